export { type ApiOptions, createApi } from "./app.ts";
export { openApiDocument, reachable } from "./openapi.ts";
export { localeOf, statusOf } from "./problem.ts";
