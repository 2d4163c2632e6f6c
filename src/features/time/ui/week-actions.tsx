"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { dayPlus } from "@/planning";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { Select } from "@/ui/select";
import type { TimeWeek } from "../queries";

/** Whose week, and which: both stand in the address. */
export function WeekActions({
  workspace,
  week: { monday, member, members },
  memberId,
  me,
}: {
  workspace: string;
  week: TimeWeek;
  memberId: string | null;
  me: string;
}) {
  const router = useRouter();
  const address = (week: string | null, whose: string | null) => {
    const query = new URLSearchParams({
      ...(week === null ? {} : { week }),
      ...(whose === null || whose === me ? {} : { member: whose }),
    });
    return `/w/${workspace}/time${query.size === 0 ? "" : `?${query}`}`;
  };
  return (
    <div className="flex max-w-[calc(100vw-2rem)] flex-wrap items-center gap-2">
      {members.length > 1 && (
        <Select
          aria-label="Whose time"
          value={member.id}
          onChange={(event) => router.push(address(monday, event.target.value))}
        >
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <nav aria-label="Weeks" className="flex gap-1">
        <Button asChild>
          <Link href={address(dayPlus(monday, -7), memberId)}>
            <ChevronLeft aria-hidden="true" className="size-4" />
            <span className="max-sm:sr-only">Previous week</span>
          </Link>
        </Button>
        <Button asChild>
          <Link href={address(null, memberId)}>This week</Link>
        </Button>
        <Button asChild>
          <Link href={address(dayPlus(monday, 7), memberId)}>
            <span className="max-sm:sr-only">Next week</span>
            <ChevronRight aria-hidden="true" className="size-4" />
          </Link>
        </Button>
      </nav>
    </div>
  );
}
