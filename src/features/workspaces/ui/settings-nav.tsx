import { NavLink } from "@/ui/nav-link";
import { PageHeader } from "@/ui/page-header";

export function SettingsNav({ workspace }: { workspace: string }) {
  return (
    <>
      <PageHeader title="Settings" />
      <nav aria-label="Settings" className="mb-5 flex gap-5 border-b border-line">
        <NavLink href={`/w/${workspace}/settings`} look="tab" exact>
          Workspace
        </NavLink>
        <NavLink href={`/w/${workspace}/settings/members`} look="tab">
          Members
        </NavLink>
      </nav>
    </>
  );
}
