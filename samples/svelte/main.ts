// Svelte 5.
import "dan-van-kheo/element.js";
import { mount } from "svelte";
import App from "./App.svelte";

mount(App, { target: document.getElementById("app")! });
