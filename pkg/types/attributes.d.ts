import type { DvkEvents, DvkRegistrationElement } from "../index.js";

/** What a page may write into `<dvk-registration …>`; `record` is set as a property by the frameworks that know it. */
export interface DvkAttributes {
  /** Built-in id, address, or inline JSON of a guideline. */
  guideline?: string;
  /** Address or inline JSON of a portal file. */
  portal?: string;
  /** Takes part in the surrounding form under this name. */
  name?: string;
  lang?: "vi" | "en";
  drafts?: "off" | "session" | "device";
  year?: number | string;
  record?: DvkRegistrationElement["record"];
}

/** Listeners by attribute, `ondvk-check` and so on. */
export type DvkListeners = { [Name in keyof DvkEvents as `on${Name}`]?: (event: DvkEvents[Name]) => void };
