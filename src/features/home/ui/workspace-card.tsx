import { projectAddress } from "@/features/projects/ui";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import type { Home } from "../queries";
import { Row, Rows } from "./rows";

type Needs = NonNullable<Home["workspace"]>;

/** What the workspace needs of who looks after it; nothing where it needs nothing. */
export function WorkspaceCard({ workspace, needs }: { workspace: string; needs: Needs }) {
  const { isAlone, invitations, hasStandards, ownerless, shares } = needs;
  const settings = `/w/${workspace}/settings`;
  const rows = [
    ...ownerless.map(({ id, key, name, ownerName }) => ({
      id,
      href: projectAddress(workspace, key),
      title: name,
      about: `Its owner, ${ownerName}, has left. Name another.`,
    })),
    ...shares.map(({ id, name, expiresAt }) => ({
      id,
      href: `${settings}/sharing`,
      title: `Share link “${name}”`,
      about: `It opens until ${formatDate(expiresAt)}. Make a new one if it is still needed.`,
    })),
    ...invitations.map(({ id, role, note, expiresAt }) => ({
      id,
      href: `${settings}/members`,
      title: note === "" ? `Invitation as ${role}` : `Invitation as ${role}, ${note}`,
      about: `Not accepted yet; its link works until ${formatDate(expiresAt)}.`,
    })),
    ...(isAlone && invitations.length === 0
      ? [
          {
            id: "alone",
            href: `${settings}/members`,
            title: "Invite your team",
            about: "You are alone here. Decisions and plans are made together.",
          },
        ]
      : []),
    ...(hasStandards
      ? []
      : [
          {
            id: "standards",
            href: `${settings}/standards`,
            title: "Set your standards",
            about: "Plans are made of Phasewise's defaults: holidays, estimates and gates can be your own.",
          },
        ]),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title="The workspace needs">
      <Rows label="The workspace needs">
        {rows.map((row) => (
          <Row key={row.id} href={row.href} title={row.title} about={row.about} />
        ))}
      </Rows>
    </Card>
  );
}
