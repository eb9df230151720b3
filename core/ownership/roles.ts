import { z } from "zod";

/** 営業担当, 副担当, 事務担当, 不在中の代行, 上長預かり */
export const OwnershipRole = z.enum(["owner", "deputy", "sales_admin", "cover", "interim"]);
export type OwnershipRole = z.infer<typeof OwnershipRole>;

export const HandoverState = z.enum(["proposed", "asked", "accepted", "declined", "withdrawn"]);
export type HandoverState = z.infer<typeof HandoverState>;
