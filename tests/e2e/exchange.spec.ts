import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { aTeam, expectAccessible, test } from "./people";
