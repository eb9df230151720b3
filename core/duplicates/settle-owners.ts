/** Someone who answers for a customer today. */
export interface PresentOwner {
  id: string;
  memberId: string;
  /** owner 営業担当 | deputy 副担当 | sales_admin 事務担当 | cover 代行 | interim 上長預かり */
  role: string;
  /** False of a member who left. */
  active: boolean;
}

export interface OwnersSettled {
  /** Rows of the merged one that end now. */
  ended: PresentOwner[];
  /** Members who become 副担当 of the survivor. */
  deputies: string[];
}

/**
 * Who answers for a survivor: its 営業担当 stays; only where it has none, the other's becomes its own. The other's 営業担当
 * becomes 副担当, unless they left or stand beside the survivor already; a 上長 who kept the other ends. Other roles move
 * along; one that the same member has at the survivor ends, and so does a 副担当 who owns it.
 */
export function settleOwners(keep: readonly PresentOwner[], merge: readonly PresentOwner[]): OwnersSettled {
  const ownersOf = (list: readonly PresentOwner[]) => list.filter((one) => one.role === "owner");
  const isOwned = ownersOf(keep).length > 0;
  const owners = (isOwned ? ownersOf(keep) : ownersOf(merge)).map((owner) => owner.memberId);
  const ended = merge.filter(({ memberId, role }) => {
    if (role === "owner" || role === "interim") return isOwned;
    const twice = keep.some((one) => one.memberId === memberId && one.role === role);
    return twice || (role === "deputy" && owners.includes(memberId));
  });
  const staying = [...keep, ...merge.filter((owner) => !ended.includes(owner))].map(
    (owner) => owner.memberId,
  );
  const deputies = ended
    .filter((owner) => owner.role === "owner" && owner.active && !staying.includes(owner.memberId))
    .map((owner) => owner.memberId);
  return { ended, deputies };
}
