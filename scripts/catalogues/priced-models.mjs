// Which entries of the price list stand for which model of the catalogue: id → the list's provider and model.
// The maker's own price first, then other hosts'.

/** @type {Record<string, { name: string, organization: string, provider: string, model: string, contextTokens?: number }>} */
export const hostedModels = {
  "gpt-4o": openai("GPT-4o", "gpt-4o"),
  "gpt-4o-mini": openai("GPT-4o mini", "gpt-4o-mini"),
  "gpt-4-1": openai("GPT-4.1", "gpt-4.1"),
  "gpt-4-1-mini": openai("GPT-4.1 mini", "gpt-4.1-mini"),
  "gpt-4-1-nano": openai("GPT-4.1 nano", "gpt-4.1-nano"),
  "o4-mini": openai("o4-mini", "o4-mini"),
  "gpt-5": openai("GPT-5", "gpt-5"),
  "gpt-5-mini": openai("GPT-5 mini", "gpt-5-mini"),
  "gpt-5-nano": openai("GPT-5 nano", "gpt-5-nano"),
  "gpt-5-2": openai("GPT-5.2", "gpt-5.2"),
  "gpt-5-4": openai("GPT-5.4", "gpt-5.4"),
  "gpt-5-5": openai("GPT-5.5", "gpt-5.5"),
  "claude-haiku-4-5": anthropic("Claude Haiku 4.5", "claude-haiku-4-5"),
  "claude-sonnet-4-5": anthropic("Claude Sonnet 4.5", "claude-sonnet-4-5"),
  "claude-opus-4-5": anthropic("Claude Opus 4.5", "claude-opus-4-5"),
  "claude-sonnet-5": anthropic("Claude Sonnet 5", "claude-sonnet-5"),
  "claude-opus-5": anthropic("Claude Opus 5", "claude-opus-5"),
  "gemini-2-5-pro": { ...google("Gemini 2.5 Pro", "gemini-2.5-pro"), contextTokens: 1_048_576 },
  "gemini-2-5-flash": google("Gemini 2.5 Flash", "gemini-2.5-flash"),
  "gemini-3-5-flash": google("Gemini 3.5 Flash", "gemini-3.5-flash"),
  "gemini-3-5-flash-lite": google("Gemini 3.5 Flash-Lite", "gemini-3.5-flash-lite"),
  "mistral-medium-3-5": hosted("Mistral Medium 3.5", "Mistral AI", "mistral", "mistral-medium-3-5"),
  "grok-4-5": hosted("Grok 4.5", "xAI", "x-ai", "grok-4.5"),
  "nova-micro": hosted("Nova Micro", "Amazon", "aws", "amazon.nova-micro-v1:0"),
  "nova-lite": hosted("Nova Lite", "Amazon", "aws", "amazon.nova-lite-v1:0"),
  "nova-pro": hosted("Nova Pro", "Amazon", "aws", "amazon.nova-pro-v1:0"),
};

/** @type {Record<string, readonly (readonly [provider: string, model: string])[]>} */
export const openModelPrices = {
  "llama-2-7b": [["together", "meta-llama/Llama-2-7b-chat-hf"]],
  "llama-2-13b": [["together", "meta-llama/Llama-2-13b-chat-hf"]],
  "llama-2-70b": [["together", "meta-llama/Llama-2-70b-chat-hf"]],
  "code-llama-34b": [["together", "codellama/CodeLlama-34b-Instruct-hf"]],
  "llama-3-8b": [
    ["together", "meta-llama/Meta-Llama-3-8B-Instruct-Turbo"],
    ["aws", "meta.llama3-8b-instruct-v1:0"],
  ],
  "llama-3-70b": [
    ["together", "meta-llama/Meta-Llama-3-70B-Instruct-Turbo"],
    ["aws", "meta.llama3-70b-instruct-v1:0"],
  ],
  "llama-3-1-8b": [
    ["together", "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo"],
    ["fireworks", "llama-v3p1-8b-instruct"],
    ["aws", "meta.llama3-1-8b-instruct-v1:0"],
  ],
  "llama-3-1-70b": [
    ["together", "meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo"],
    ["aws", "meta.llama3-1-70b-instruct-v1:0"],
  ],
  "llama-3-1-405b": [["together", "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo"]],
  "llama-3-2-1b": [["aws", "meta.llama3-2-1b-instruct-v1:0"]],
  "llama-3-2-3b": [["aws", "meta.llama3-2-3b-instruct-v1:0"]],
  "llama-3-3-70b": [
    ["together", "meta-llama/Llama-3.3-70B-Instruct-Turbo"],
    ["groq", "llama-3.3-70b-versatile"],
    ["aws", "meta.llama3-3-70b-instruct-v1:0"],
  ],
  "llama-4-scout": [["together", "meta-llama/Llama-4-Scout-17B-16E-Instruct"]],
  "llama-4-maverick": [["together", "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8"]],
  "mistral-7b": [
    ["mistral", "mistral-7b"],
    ["together", "mistralai/Mistral-7B-Instruct-v0.2"],
  ],
  "mixtral-8x7b": [
    ["mistral", "mixtral-8x7b"],
    ["together", "mistralai/Mixtral-8x7B-Instruct-v0.1"],
  ],
  "mixtral-8x22b": [["together", "mistralai/Mixtral-8x22B-Instruct-v0.1"]],
  "mistral-nemo-12b": [["mistral", "mistral-nemo"]],
  "mistral-large-2": [["mistral", "mistral-large"]],
  "mistral-small-24b": [["mistral", "mistral-small-24b-instruct-2501"]],
  "ministral-8b": [["mistral", "ministral-8b"]],
  "codestral-22b": [["mistral", "codestral"]],
  "qwen2-5-7b": [["openrouter", "qwen/qwen-2.5-7b-instruct"]],
  "qwen2-5-72b": [["openrouter", "qwen/qwen-2.5-72b-instruct"]],
  "qwen3-8b": [["openrouter", "qwen/qwen3-8b"]],
  "qwen3-14b": [["openrouter", "qwen/qwen3-14b"]],
  "qwen3-32b": [["groq", "qwen/qwen3-32b"]],
  "qwen3-30b-a3b": [["openrouter", "qwen/qwen3-30b-a3b"]],
  "qwen3-235b-a22b": [["fireworks", "qwen3-235b-a22b"]],
  "gemma-7b": [["together", "google/gemma-7b"]],
  "gemma-2-9b": [["groq", "gemma2-9b-it"]],
  "gemma-2-27b": [["openrouter", "google/gemma-2-27b-it"]],
  "gemma-3-4b": [["aws", "google.gemma-3-4b-it"]],
  "gemma-3-12b": [["aws", "google.gemma-3-12b-it"]],
  "gemma-3-27b": [
    ["aws", "google.gemma-3-27b-it"],
    ["fireworks", "gemma-3-27b-it"],
  ],
  "phi-2": [["together", "microsoft/phi-2"]],
  "phi-3-mini": [["openrouter", "microsoft/phi-3-mini-128k-instruct"]],
  "phi-3-medium": [["openrouter", "microsoft/phi-3-medium-128k-instruct"]],
  "phi-4": [["openrouter", "microsoft/phi-4"]],
  "phi-4-mini": [["openrouter", "microsoft/phi-4-mini-instruct"]],
  "deepseek-v3": [["fireworks", "deepseek-v3-0324"]],
  "deepseek-r1": [["aws", "deepseek.r1-v1:0"]],
  "kimi-k2": [
    ["moonshotai", "kimi-k2-0711-preview"],
    ["groq", "moonshotai/kimi-k2-instruct"],
  ],
  "gpt-oss-20b": [
    ["fireworks", "gpt-oss-20b"],
    ["groq", "openai/gpt-oss-20b"],
  ],
  "gpt-oss-120b": [
    ["fireworks", "gpt-oss-120b"],
    ["groq", "openai/gpt-oss-120b"],
  ],
  "glm-4-5": [["openrouter", "z-ai/glm-4.5"]],
  "command-r": [["cohere", "command-r"]],
  "command-r-plus": [["cohere", "command-r-plus"]],
  "yi-34b": [["together", "zero-one-ai/Yi-34B"]],
};

/** @param {string} name @param {string} model */
function openai(name, model) {
  return hosted(name, "OpenAI", "openai", model);
}

/** @param {string} name @param {string} model */
function anthropic(name, model) {
  return hosted(name, "Anthropic", "anthropic", model);
}

/** @param {string} name @param {string} model */
function google(name, model) {
  return hosted(name, "Google", "google", model);
}

/** @param {string} name @param {string} organization @param {string} provider @param {string} model */
function hosted(name, organization, provider, model) {
  return { name, organization, provider, model };
}
