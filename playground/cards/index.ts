export { renderCard } from "./render.tsx";
export { cardStyles } from "./styles.ts";
