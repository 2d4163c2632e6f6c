import type { Role } from "./db/generated/enums";

/**
 * Who may do what: the one table that procedures declare from and screens ask. A viewer reads and comments; a member works on
 * projects; a lead makes and moves projects; an admin looks after people and settings; an owner may do everything.
 */
export const permissions = {
  "workspace.read": ["owner", "admin", "lead", "member", "viewer"],
  "workspace.configure": ["owner", "admin"],
  "workspace.leave": ["owner", "admin", "lead", "member", "viewer"],
  "member.invite": ["owner", "admin"],
  "member.manage": ["owner", "admin"],
  "profile.edit": ["owner", "admin", "lead", "member", "viewer"],
  "project.read": ["owner", "admin", "lead", "member", "viewer"],
  "project.create": ["owner", "admin", "lead"],
  "project.edit": ["owner", "admin", "lead", "member"],
  "project.move": ["owner", "admin", "lead", "member"],
  "project.delete": ["owner", "admin", "lead"],
  "decision.ask": ["owner", "admin", "lead", "member"],
  "decision.edit": ["owner", "admin", "lead", "member"],
  "decision.decide": ["owner", "admin", "lead", "member"],
  "position.take": ["owner", "admin", "lead", "member"],
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
