// Markup of Svelte 5: `import type {} from "dan-van-kheo/svelte"` once in the program.
import type { HTMLAttributes } from "svelte/elements";
import type { DvkRegistrationElement } from "../index.js";
import type { DvkAttributes, DvkListeners } from "./attributes.js";

declare module "svelte/elements" {
  export interface SvelteHTMLElements {
    "dvk-registration": Omit<HTMLAttributes<DvkRegistrationElement>, keyof DvkAttributes> & DvkAttributes & DvkListeners;
  }
}
