export { type Catalogue, fill, type Params } from "./catalogue.ts";
export { en } from "./en.ts";
export { type CoreKey, ja } from "./ja.ts";
