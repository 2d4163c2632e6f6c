import { PlanningError } from "../../planning-error";
import type { Accelerator } from "./accelerator";
import { nvidiaDataCentreAccelerators } from "./nvidia-data-centre-accelerators";
import { otherVendorsAccelerators } from "./other-vendors-accelerators";
import { workstationAccelerators } from "./workstation-accelerators";

/** Every accelerator the sizing knows, by id. */
export const accelerators = {
  ...nvidiaDataCentreAccelerators,
  ...workstationAccelerators,
  ...otherVendorsAccelerators,
} as const;

export type AcceleratorId = keyof typeof accelerators;

export function isAcceleratorId(id: string): id is AcceleratorId {
  return Object.hasOwn(accelerators, id);
}

/** The accelerator of this id; throws a PlanningError naming `field` when there is none. */
export function acceleratorById(id: string, field = "accelerator"): Accelerator {
  if (!isAcceleratorId(id))
    throw new PlanningError("unknown-id", field, `There is no accelerator "${id}" in the catalogue.`);
  return accelerators[id];
}
