// Templates of Vue 3: `import type {} from "dan-van-kheo/vue"` once in the program. Vue wants `compilerOptions.isCustomElement` for `dvk-` too.
import type { EmitsOptions, HTMLAttributes, PublicProps } from "vue";
import type { DvkEvents, DvkRegistrationElement } from "../index.js";
import type { DvkAttributes } from "./attributes.js";

type Listeners = { [Name in keyof DvkEvents as `on${Capitalize<Name>}`]?: (event: DvkEvents[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "dvk-registration": new () => DvkRegistrationElement & {
      /** @deprecated for the types of templates only */
      $props: Omit<HTMLAttributes, keyof DvkAttributes> & PublicProps & DvkAttributes & Listeners;
      /** @deprecated for the types of templates only */
      $emit: EmitsOptions;
    };
  }
}
