"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { Brand, BrandMark } from "./brand";
import { NavGroups } from "./nav-groups";
import { toSidebarCookie } from "./sidebar-cookie";

type SidebarProps = { isAdmin: boolean; initiallyCollapsed: boolean };

export function Sidebar({ isAdmin, initiallyCollapsed }: SidebarProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;

  function toggle() {
    document.cookie = toSidebarCookie(!collapsed, window.location.origin);
    setCollapsed(!collapsed);
  }

  return (
    <aside
      data-collapsed={collapsed}
      className="group/sidebar sticky top-0 hidden h-dvh w-60 shrink-0 flex-col border-r border-line bg-sunken transition-[width] duration-150 data-[collapsed=true]:w-16 lg:flex"
    >
      <div className="flex h-16 items-center px-4 group-data-[collapsed=true]/sidebar:justify-center group-data-[collapsed=true]/sidebar:px-0">
        <Link href="/dashboard" aria-label="QuickScale, dashboard" className="rounded-md">
          {collapsed ? <BrandMark /> : <Brand />}
        </Link>
      </div>
      <nav aria-label="Main" className="flex-1 overflow-y-auto px-3 py-2">
        <NavGroups isAdmin={isAdmin} collapsed={collapsed} />
      </nav>
      <div className="border-t border-line p-3">
        <button
          type="button"
          onClick={toggle}
          aria-expanded={!collapsed}
          className="flex h-9 w-full items-center gap-3 rounded-md px-2.5 text-ink-muted group-data-[collapsed=true]/sidebar:justify-center group-data-[collapsed=true]/sidebar:px-0 hover:bg-hover hover:text-ink"
        >
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          <span className="group-data-[collapsed=true]/sidebar:sr-only">
            {collapsed ? "Expand sidebar" : "Collapse sidebar"}
          </span>
        </button>
      </div>
    </aside>
  );
}
