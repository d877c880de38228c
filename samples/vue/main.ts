// Vue 3. The compiler is told that `dvk-` is no component of Vue's: `compilerOptions.isCustomElement`.
import "dan-van-kheo/element.js";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#app");
