import { NavLink } from "@/ui/nav-link";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";

export function SettingsNav({ workspace }: { workspace: string }) {
  return (
    <>
      <PageHeader title="Settings" />
      <TabBar label="Settings">
        <NavLink href={`/w/${workspace}/settings`} look="tab" exact>
          Workspace
        </NavLink>
        <NavLink href={`/w/${workspace}/settings/members`} look="tab">
          Members
        </NavLink>
        <NavLink href={`/w/${workspace}/settings/teams`} look="tab">
          Teams
        </NavLink>
        <NavLink href={`/w/${workspace}/settings/sharing`} look="tab">
          Sharing
        </NavLink>
        <NavLink href={`/w/${workspace}/settings/standards`} look="tab">
          Standards
        </NavLink>
      </TabBar>
    </>
  );
}
