import { startApp } from "./app.js";

void startApp(document);
