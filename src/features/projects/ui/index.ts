export { mapProps, projectAddress } from "./map-data";
export { ProjectFrame } from "./project-frame";
