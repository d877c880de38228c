// Templates of Vue 3: `import type {} from "dan-van-kheo/vue"` once in the program. Vue wants `compilerOptions.isCustomElement` for `dvk-` too.
import type { EmitsOptions, HTMLAttributes, PublicProps } from "vue";
import type { DvkEvents, DvkRegistrationElement } from "../index.js";
import type { DvkAttributes } from "./attributes.js";

/** `dvk-check` as `DvkCheck`: by this name the types of templates look `@dvk-check` up. */
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Name>;
type Listeners = { [Name in keyof DvkEvents as `on${Camel<Name>}`]?: (event: DvkEvents[Name]) => void };

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
