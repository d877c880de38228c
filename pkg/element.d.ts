// element.js and dvk.js define <dvk-registration> and export nothing; the types of the element come with the package.
import "./index.js";
export {};
