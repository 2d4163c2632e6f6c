import { toBase64 } from "lib0/buffer";
import { projectPlan } from "@/features/plans/queries";
import { today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { toPage } from "./brief-page.queries";
import { brief, projectByKey } from "./queries";

/** The brief on one page that a sponsor signs, as it and the forecast stand now. */
export async function briefPdf(db: OrganizationDb, projectKey: string) {
  const project = await projectByKey(db, projectKey);
  const { content, version } = await brief(db, projectKey);
  const { forecast } = await projectPlan(db, projectKey);
  const { currency, name: workspace } = await db.read(
    async (tx) =>
      await tx.organization.findUniqueOrThrow({
        where: { id: db.organizationId },
        select: { currency: true, name: true },
      }),
  );
  const format = new Intl.NumberFormat("en", { style: "currency", currency, maximumFractionDigits: 0 });
  const { maximumFractionDigits: decimals = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  const bytes = await toPage({
    project: { key: project.key, name: project.name, owner: project.owner.name },
    workspace,
    version,
    content,
    forecast,
    on: today(),
    address: `/w/${db.slug}/projects/${project.key}/brief`,
    money: (minor) => format.format(minor / 10 ** decimals),
  });
  return {
    name: `${project.key.toLowerCase()}-brief.pdf`,
    mediaType: "application/pdf",
    base64: toBase64(bytes),
  };
}
