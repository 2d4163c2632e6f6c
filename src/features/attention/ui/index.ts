export { FollowMenu } from "./follow-menu";
export { NotificationsCard } from "./notifications-card";
export { TitleCount } from "./title-count";
