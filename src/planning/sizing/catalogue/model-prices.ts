// Written by `npm run refresh:catalogues` from @pydantic/genai-prices 0.1.8 of 2026-09-23: do not edit.
import type { ModelPrice } from "./model";

/** List prices by model id; models without an entry have no listed host. */
export const modelPrices: Readonly<Record<string, readonly ModelPrice[]>> = {
  "gpt-4o": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 2.5,
      usdPerMillionOutputTokens: 10,
      usdPerMillionCachedTokens: 1.25,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-4o-mini": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.6,
      usdPerMillionCachedTokens: 0.075,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-4-1": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 2,
      usdPerMillionOutputTokens: 8,
      usdPerMillionCachedTokens: 0.5,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-4-1-mini": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 0.4,
      usdPerMillionOutputTokens: 1.6,
      usdPerMillionCachedTokens: 0.1,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-4-1-nano": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.4,
      usdPerMillionCachedTokens: 0.025,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "o4-mini": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 1.1,
      usdPerMillionOutputTokens: 4.4,
      usdPerMillionCachedTokens: 0.275,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 1.25,
      usdPerMillionOutputTokens: 10,
      usdPerMillionCachedTokens: 0.125,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5-mini": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 0.25,
      usdPerMillionOutputTokens: 2,
      usdPerMillionCachedTokens: 0.025,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5-nano": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 0.05,
      usdPerMillionOutputTokens: 0.4,
      usdPerMillionCachedTokens: 0.005,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5-2": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 1.75,
      usdPerMillionOutputTokens: 14,
      usdPerMillionCachedTokens: 0.175,
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5-4": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 2.5,
      usdPerMillionOutputTokens: 15,
      usdPerMillionCachedTokens: 0.25,
      longPrompt: { fromTokens: 271999, usdPerMillionInputTokens: 5, usdPerMillionOutputTokens: 22.5 },
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gpt-5-5": [
    {
      host: "OpenAI",
      usdPerMillionInputTokens: 5,
      usdPerMillionOutputTokens: 30,
      usdPerMillionCachedTokens: 0.5,
      longPrompt: { fromTokens: 271999, usdPerMillionInputTokens: 10, usdPerMillionOutputTokens: 45 },
      source: "https://developers.openai.com/api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "claude-haiku-4-5": [
    {
      host: "Anthropic",
      usdPerMillionInputTokens: 1,
      usdPerMillionOutputTokens: 5,
      usdPerMillionCachedTokens: 0.1,
      source: "https://www.anthropic.com/pricing#api",
      asOf: "2026-09-23",
    },
  ],
  "claude-sonnet-4-5": [
    {
      host: "Anthropic",
      usdPerMillionInputTokens: 3,
      usdPerMillionOutputTokens: 15,
      usdPerMillionCachedTokens: 0.3,
      longPrompt: { fromTokens: 200000, usdPerMillionInputTokens: 6, usdPerMillionOutputTokens: 22.5 },
      source: "https://www.anthropic.com/pricing#api",
      asOf: "2026-09-23",
    },
  ],
  "claude-opus-4-5": [
    {
      host: "Anthropic",
      usdPerMillionInputTokens: 5,
      usdPerMillionOutputTokens: 25,
      usdPerMillionCachedTokens: 0.5,
      source: "https://www.anthropic.com/pricing#api",
      asOf: "2026-09-23",
    },
  ],
  "claude-sonnet-5": [
    {
      host: "Anthropic",
      usdPerMillionInputTokens: 2,
      usdPerMillionOutputTokens: 10,
      usdPerMillionCachedTokens: 0.2,
      source: "https://www.anthropic.com/pricing#api",
      asOf: "2026-09-23",
    },
  ],
  "claude-opus-5": [
    {
      host: "Anthropic",
      usdPerMillionInputTokens: 5,
      usdPerMillionOutputTokens: 25,
      usdPerMillionCachedTokens: 0.5,
      source: "https://www.anthropic.com/pricing#api",
      asOf: "2026-09-23",
    },
  ],
  "gemini-2-5-pro": [
    {
      host: "Google",
      usdPerMillionInputTokens: 1.25,
      usdPerMillionOutputTokens: 10,
      usdPerMillionCachedTokens: 0.125,
      longPrompt: { fromTokens: 200000, usdPerMillionInputTokens: 2.5, usdPerMillionOutputTokens: 15 },
      source: "https://ai.google.dev/gemini-api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gemini-2-5-flash": [
    {
      host: "Google",
      usdPerMillionInputTokens: 0.3,
      usdPerMillionOutputTokens: 2.5,
      usdPerMillionCachedTokens: 0.03,
      source: "https://ai.google.dev/gemini-api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gemini-3-5-flash": [
    {
      host: "Google",
      usdPerMillionInputTokens: 1.5,
      usdPerMillionOutputTokens: 9,
      usdPerMillionCachedTokens: 0.15,
      source: "https://ai.google.dev/gemini-api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gemini-3-5-flash-lite": [
    {
      host: "Google",
      usdPerMillionInputTokens: 0.3,
      usdPerMillionOutputTokens: 2.5,
      usdPerMillionCachedTokens: 0.03,
      source: "https://ai.google.dev/gemini-api/docs/pricing",
      asOf: "2026-09-23",
    },
  ],
  "mistral-medium-3-5": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 1.5,
      usdPerMillionOutputTokens: 7.5,
      usdPerMillionCachedTokens: 0.15,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "grok-4-5": [
    {
      host: "X AI",
      usdPerMillionInputTokens: 2,
      usdPerMillionOutputTokens: 6,
      usdPerMillionCachedTokens: 0.3,
      longPrompt: { fromTokens: 199999, usdPerMillionInputTokens: 4, usdPerMillionOutputTokens: 12 },
      source: "https://docs.x.ai/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "nova-micro": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.035,
      usdPerMillionOutputTokens: 0.14,
      usdPerMillionCachedTokens: 0.00875,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "nova-lite": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.06,
      usdPerMillionOutputTokens: 0.24,
      usdPerMillionCachedTokens: 0.015,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "nova-pro": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.8,
      usdPerMillionOutputTokens: 3.2,
      usdPerMillionCachedTokens: 0.2,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-2-7b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.2,
      usdPerMillionOutputTokens: 0.2,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "llama-2-13b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.225,
      usdPerMillionOutputTokens: 0.225,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "llama-2-70b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.9,
      usdPerMillionOutputTokens: 0.9,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "code-llama-34b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.776,
      usdPerMillionOutputTokens: 0.776,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-8b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.18,
      usdPerMillionOutputTokens: 0.18,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.3,
      usdPerMillionOutputTokens: 0.6,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-70b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.88,
      usdPerMillionOutputTokens: 0.88,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 2.65,
      usdPerMillionOutputTokens: 3.5,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-1-8b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.18,
      usdPerMillionOutputTokens: 0.18,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.2,
      usdPerMillionOutputTokens: 0.2,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.22,
      usdPerMillionOutputTokens: 0.22,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-1-70b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.88,
      usdPerMillionOutputTokens: 0.88,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.72,
      usdPerMillionOutputTokens: 0.72,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-1-405b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 3.5,
      usdPerMillionOutputTokens: 3.5,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-2-1b": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.1,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-2-3b": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.15,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-3-3-70b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.88,
      usdPerMillionOutputTokens: 0.88,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "Groq",
      usdPerMillionInputTokens: 0.59,
      usdPerMillionOutputTokens: 0.79,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.72,
      usdPerMillionOutputTokens: 0.72,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "llama-4-scout": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.18,
      usdPerMillionOutputTokens: 0.59,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "llama-4-maverick": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.27,
      usdPerMillionOutputTokens: 0.85,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "mistral-7b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.25,
      usdPerMillionOutputTokens: 0.25,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.2,
      usdPerMillionOutputTokens: 0.2,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "mixtral-8x7b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.7,
      usdPerMillionOutputTokens: 0.7,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.9,
      usdPerMillionOutputTokens: 0.9,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "mixtral-8x22b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 2.4,
      usdPerMillionOutputTokens: 2.4,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "mistral-nemo-12b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.15,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "mistral-large-2": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 2,
      usdPerMillionOutputTokens: 6,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "mistral-small-24b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.05,
      usdPerMillionOutputTokens: 0.08,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "ministral-8b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.1,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "codestral-22b": [
    {
      host: "Mistral",
      usdPerMillionInputTokens: 0.3,
      usdPerMillionOutputTokens: 0.9,
      source: "https://mistral.ai/pricing/api",
      asOf: "2026-09-23",
    },
  ],
  "qwen2-5-7b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.04,
      usdPerMillionOutputTokens: 0.1,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen2-5-72b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.12,
      usdPerMillionOutputTokens: 0.39,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen3-8b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.035,
      usdPerMillionOutputTokens: 0.138,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen3-14b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.06,
      usdPerMillionOutputTokens: 0.24,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen3-32b": [
    {
      host: "Groq",
      usdPerMillionInputTokens: 0.29,
      usdPerMillionOutputTokens: 0.59,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen3-30b-a3b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.08,
      usdPerMillionOutputTokens: 0.29,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "qwen3-235b-a22b": [
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.22,
      usdPerMillionOutputTokens: 0.88,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gemma-7b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.2,
      usdPerMillionOutputTokens: 0.2,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "gemma-2-9b": [
    {
      host: "Groq",
      usdPerMillionInputTokens: 0.2,
      usdPerMillionOutputTokens: 0.2,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "gemma-2-27b": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.8,
      usdPerMillionOutputTokens: 0.8,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "gemma-3-4b": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.04,
      usdPerMillionOutputTokens: 0.08,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "gemma-3-12b": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.09,
      usdPerMillionOutputTokens: 0.29,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "gemma-3-27b": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 0.23,
      usdPerMillionOutputTokens: 0.38,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.1,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "phi-2": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.1,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "phi-3-mini": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.1,
      usdPerMillionOutputTokens: 0.1,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "phi-3-medium": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 1,
      usdPerMillionOutputTokens: 1,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "phi-4": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.07,
      usdPerMillionOutputTokens: 0.14,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "phi-4-mini": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.08,
      usdPerMillionOutputTokens: 0.35,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "deepseek-v3": [
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.9,
      usdPerMillionOutputTokens: 0.9,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
  "deepseek-r1": [
    {
      host: "AWS Bedrock",
      usdPerMillionInputTokens: 1.35,
      usdPerMillionOutputTokens: 5.4,
      source: "https://aws.amazon.com/bedrock/pricing/",
      asOf: "2026-09-23",
    },
  ],
  "kimi-k2": [
    {
      host: "MoonshotAi",
      usdPerMillionInputTokens: 0.6,
      usdPerMillionOutputTokens: 2.5,
      usdPerMillionCachedTokens: 0.15,
      source: "https://platform.kimi.ai/docs/models.md",
      asOf: "2026-09-23",
    },
    {
      host: "Groq",
      usdPerMillionInputTokens: 1,
      usdPerMillionOutputTokens: 3,
      usdPerMillionCachedTokens: 0.5,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "gpt-oss-20b": [
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.07,
      usdPerMillionOutputTokens: 0.3,
      usdPerMillionCachedTokens: 0.035,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "Groq",
      usdPerMillionInputTokens: 0.075,
      usdPerMillionOutputTokens: 0.3,
      usdPerMillionCachedTokens: 0.0375,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "gpt-oss-120b": [
    {
      host: "Fireworks",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.6,
      usdPerMillionCachedTokens: 0.014,
      source: "https://fireworks.ai/pricing",
      asOf: "2026-09-23",
    },
    {
      host: "Groq",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.6,
      usdPerMillionCachedTokens: 0.075,
      source: "https://console.groq.com/docs/models",
      asOf: "2026-09-23",
    },
  ],
  "glm-4-5": [
    {
      host: "OpenRouter",
      usdPerMillionInputTokens: 0.6,
      usdPerMillionOutputTokens: 2.2,
      usdPerMillionCachedTokens: 0.11,
      source: "https://openrouter.ai/models",
      asOf: "2026-09-23",
    },
  ],
  "command-r": [
    {
      host: "Cohere",
      usdPerMillionInputTokens: 0.15,
      usdPerMillionOutputTokens: 0.6,
      source: "https://cohere.com/pricing",
      asOf: "2026-09-23",
    },
  ],
  "command-r-plus": [
    {
      host: "Cohere",
      usdPerMillionInputTokens: 2.5,
      usdPerMillionOutputTokens: 10,
      source: "https://cohere.com/pricing",
      asOf: "2026-09-23",
    },
  ],
  "yi-34b": [
    {
      host: "Together AI",
      usdPerMillionInputTokens: 0.8,
      usdPerMillionOutputTokens: 0.8,
      source: "https://www.together.ai/pricing",
      asOf: "2026-09-23",
    },
  ],
};
