export { AssumptionText } from "./assumption-text";
export { hostingNames, licenceNames } from "./brief-names";
export { mapProps, projectAddress } from "./map-data";
export { ProjectFrame } from "./project-frame";
export { useRaised } from "./raised";
export { TakeBackButtons, type TakeBackPlace } from "./take-back-buttons";
