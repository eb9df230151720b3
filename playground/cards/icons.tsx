import type { ReactNode } from "react";
import type { Icon } from "./types.ts";

/** Google's icons come from its own servers; these are drawn here, on a field of 24 × 24. */
const paths: Record<string, string> = {
  BOOKMARK: "M6 3h12v18l-6-4-6 4z",
  CLOCK: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  DESCRIPTION: "M6 3h8l4 4v14H6zM9 12h6M9 16h6",
  EMAIL: "M3 5h18v14H3zM3 6l9 7 9-7",
  MAP_PIN: "M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11zM12 8v4",
  MULTIPLE_PEOPLE:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 5a3 3 0 0 1 0 6M17 14c3 .5 4.500 2.500 4.500 6",
  PERSON: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 21c0-4.500 3.500-7 7.500-7s7.500 2.500 7.500 7",
  PHONE: "M5 3h4l2 5-2.500 2a12 12 0 0 0 5.500 5.500l2-2.500 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2z",
  STAR: "M12 3l2.800 5.700 6.200.9-4.500 4.400 1 6.200L12 17.300 6.500 20.200l1-6.200L3 9.600l6.200-.9z",
  STORE: "M4 4h16l1 6H3zM5 10v10h14V10M10 20v-6h4v6",
};

/** An icon with what it stands for; one that is not known here leaves its place empty. */
export function CardIcon({ icon }: { icon: Icon | undefined }): ReactNode {
  const path = icon?.knownIcon ? paths[icon.knownIcon] : undefined;
  if (!path) return null;
  return (
    <svg className="gc-icon" viewBox="0 0 24 24" role="img" aria-label={icon?.altText ?? icon?.knownIcon}>
      <path d={path} />
    </svg>
  );
}
