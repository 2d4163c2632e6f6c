// A thread of its own for what closes a gap of expertise: the portfolio is levelled once for each way to close it.
import { closeGap } from "./planning";

export default closeGap;
