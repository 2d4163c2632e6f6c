import type { Role } from "./db/generated/enums";

/**
 * Who may do what: the one table that procedures declare from and screens ask. A viewer reads and comments; a member works on
 * projects; a lead makes and moves projects and sets standards; an admin looks after people and settings; an owner may do everything.
 */
export const permissions = {
  "workspace.read": ["owner", "admin", "lead", "member", "viewer"],
  "workspace.configure": ["owner", "admin"],
  "standard.change": ["owner", "admin", "lead"],
  "workspace.leave": ["owner", "admin", "lead", "member", "viewer"],
  "member.invite": ["owner", "admin"],
  "member.manage": ["owner", "admin"],
  "profile.edit": ["owner", "admin", "lead", "member", "viewer"],
  "profile.propose": ["owner", "admin", "lead"],
  "project.read": ["owner", "admin", "lead", "member", "viewer"],
  "project.create": ["owner", "admin", "lead"],
  "project.edit": ["owner", "admin", "lead", "member"],
  "project.move": ["owner", "admin", "lead", "member"],
  "project.delete": ["owner", "admin", "lead"],
  "project.share": ["owner", "admin", "lead", "member"],
  "portfolio.schedule": ["owner", "admin", "lead"],
  "decision.ask": ["owner", "admin", "lead", "member"],
  "decision.edit": ["owner", "admin", "lead", "member"],
  "decision.decide": ["owner", "admin", "lead", "member"],
  "decision.nudge": ["owner", "admin", "lead"],
  "review.keep": ["owner", "admin", "lead"],
  "gate.prepare": ["owner", "admin", "lead", "member"],
  "gate.decide": ["owner", "admin", "lead", "member"],
  "loop.record": ["owner", "admin", "lead", "member"],
  "time.book": ["owner", "admin", "lead", "member"],
  "time.correct": ["owner", "admin", "lead"],
  "position.take": ["owner", "admin", "lead", "member"],
  "attention.keep": ["owner", "admin", "lead", "member", "viewer"],
  "view.keep": ["owner", "admin", "lead", "member", "viewer"],
  "team.keep": ["owner", "admin", "lead"],
  "view.share": ["owner", "admin", "lead"],
  "comment.write": ["owner", "admin", "lead", "member", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function mayDo(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role);
}

/** Roles from least to most. Nobody may give a role above their own, or change someone who stands above them. */
export const rolesAscending = [
  "viewer",
  "member",
  "lead",
  "admin",
  "owner",
] as const satisfies readonly Role[];

export function rankOf(role: Role): number {
  return rolesAscending.indexOf(role);
}

/** Why a person may not give this role, or null. Nobody gives more than they have. */
export function whyNotGive(giver: Role, role: Role): string | null {
  return rankOf(role) > rankOf(giver) ? "You can't give a role above your own." : null;
}

/** Why a person may not change or remove this member, or null. Nobody acts on those above them. */
export function whyNotManage(manager: Role, member: Role): string | null {
  return rankOf(member) > rankOf(manager) ? "This member stands above you. Ask an owner." : null;
}

/** Why an owner may not stop being one, or null: a workspace always has an owner. */
export function whyNotGiveUpOwnership(owners: number, before: Role, after: Role | null): string | null {
  if (before !== "owner" || after === "owner" || owners > 1) return null;
  return "A workspace needs an owner. Make somebody else an owner first.";
}

/** Whether a member may decide, reopen and supersede: leads and above any decision, a member what they own. */
export function mayDecide(role: Role, ownsDecisionOrProject: boolean): boolean {
  return mayDo(role, "decision.decide") && (ownsDecisionOrProject || rankOf(role) >= rankOf("lead"));
}

/** Whether a member may say who sees a project that they see: its owner, and admins and owners of the workspace. */
export function mayShare(role: Role, ownsProject: boolean): boolean {
  return mayDo(role, "project.share") && (ownsProject || rankOf(role) >= rankOf("admin"));
}

/** Whether a member may be a gate's approver: leads and above of any project, a member of what they own. */
export function mayApprove(role: Role, ownsProject: boolean): boolean {
  return mayDo(role, "gate.decide") && (ownsProject || rankOf(role) >= rankOf("lead"));
}
