import type { Phase } from "./phase";
import { cite } from "./sources";

const own = cite("phasewise");

export const applicationIntegrationPhase: Phase = {
  id: "application-integration",
  number: 4,
  name: "Application integration",
  shortName: "Integrate",
  question: "How does it run and what surrounds it?",
  settles: [
    "Whether to compress, how, and where it runs",
    "What augments it: retrieval, tools, guardrails",
    "The application around it",
    "Launch, monitoring and who answers when it fails",
  ],
  leavesWith: "A launched application with its running cost",
  deliverables: [
    {
      id: "deployed-service",
      name: "Deployed service with load test results",
      producedBy: ["deployment/release", "deployment/load-test"],
      sources: [cite("vllm"), own],
    },
    {
      id: "compressed-model",
      name: "Compressed model with quality lost against speed won",
      producedBy: ["compression/compress", "compression/recheck"],
      sources: [cite("lifecycle", "time and effort")],
    },
    {
      id: "application",
      name: "Application with human oversight where the risk class asks for it",
      producedBy: ["application/integrate", "application/launch"],
      sources: [cite("eu-ai-act", "Articles 14 and 50"), cite("human-ai-guidelines")],
    },
    {
      id: "grounding",
      name: "Search over our sources with measured recall",
      producedBy: ["retrieval/retrieval-quality"],
      sources: [cite("rag")],
    },
    {
      id: "operations",
      name: "Dashboards, alerts and a runbook",
      producedBy: ["monitoring/dashboards", "deployment/runbook"],
      sources: [cite("nist-ai-rmf", "manage"), cite("eu-ai-act", "Article 72")],
    },
  ],
  gate: {
    name: "Ready to launch",
    approvedBy: "sponsor",
    sources: [cite("nist-ai-rmf", "manage"), own],
    exitCriteria: [
      {
        id: "load-measured",
        text: "Latency and cost at expected volume were measured under load",
        evidence: ["deployment/load-test"],
        appliesWith: ["deployment"],
        sources: [own],
      },
      {
        id: "attacked",
        text: "Prompt injection, data leakage and excessive agency were tested for",
        evidence: ["guardrails/red-team", "tool-use/permissions", "retrieval/access-rights"],
        appliesWith: ["guardrails", "tool-use", "retrieval"],
        sources: [cite("owasp-llm", "LLM01, LLM02 and LLM06")],
      },
      {
        id: "people-can-stop-it",
        text: "Steps that can't be undone wait for a person, and somebody can stop everything",
        evidence: ["agents/oversight"],
        appliesWith: ["agents"],
        sources: [cite("eu-ai-act", "Article 14"), cite("owasp-llm", "LLM06 excessive agency")],
      },
      {
        id: "compression-rechecked",
        text: "The compressed model was evaluated again on the brief's criteria",
        evidence: ["compression/recheck"],
        appliesWith: ["compression"],
        sources: [cite("gptq"), own],
      },
      {
        id: "accepted-by-users",
        text: "Users accepted it, and know that they use an AI system",
        evidence: ["application/acceptance"],
        appliesWith: ["application"],
        sources: [cite("human-ai-guidelines"), cite("eu-ai-act", "Article 50")],
      },
      {
        id: "monitored",
        text: "Quality, cost and incidents are monitored and someone is responsible",
        evidence: ["monitoring/launch-check"],
        appliesWith: ["monitoring"],
        sources: [cite("nist-genai-profile", "manage"), cite("eu-ai-act", "Articles 72 and 73")],
      },
      {
        id: "can-be-switched-off",
        text: "The system can be rolled back or switched off",
        evidence: ["deployment/release", "deployment/runbook"],
        appliesWith: ["deployment"],
        sources: [cite("nist-genai-profile", "manage")],
      },
    ],
  },
  sources: [own, cite("lifecycle", "application integration, named without content")],
};
