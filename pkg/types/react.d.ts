// JSX of React 19: `import type {} from "dan-van-kheo/react"` once in the program.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DvkRegistrationElement } from "../index.js";
import type { DvkAttributes, DvkListeners } from "./attributes.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "dvk-registration": Omit<DetailedHTMLProps<HTMLAttributes<DvkRegistrationElement>, DvkRegistrationElement>, keyof DvkAttributes> & DvkAttributes & DvkListeners;
    }
  }
}
