// Must not pass the check of types: a record that is none, a choice that is none, a detail that is another event's.
import type {} from "dan-van-kheo/react";

export const wrong = [
  // @ts-expect-error a text is no record
  <dvk-registration record="x" />,
  // @ts-expect-error no such way of keeping drafts
  <dvk-registration drafts="always" />,
  // @ts-expect-error dvk-change has a path
  <dvk-registration ondvk-change={({ detail }) => detail.report} />,
];
