import { createApp } from "vue";
import Search from "./Search.vue";
import "./style.css";

createApp(Search).mount("#root");
