// Models whose names say nothing of the weights inside, and their namesakes that hold others.
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/catalog/identify.ts';
import { catalog } from './own.ts';

const familiesOf = (name: string) => identify(catalog, name).families;

describe('documents, pictures and speech', () => {
  it.each([
    'allenai/olmOCR-7B-0725-FP8',
    'allenai/olmOCR-2-7B-1025',
    'allenai/olmOCR-2-7B',
    'olmOCR-7B-0825',
    'nanonets/Nanonets-OCR-s',
    'hf.co/unsloth/Nanonets-OCR-s-GGUF:Q8_0',
    'nanonets/Nanonets-OCR2-3B',
    'reducto/RolmOCR',
    'numind/NuMarkdown-8B-Thinking',
    'infly/Infinity-Parser-7B',
    'tencent/POINTS-Reader',
    'OmniGen2/OmniGen2',
    'DAMO-NLP-SG/VideoLLaMA3-7B-Image',
    'Kwai-Keye/Keye-VL-8B-Preview',
    'FreedomIntelligence/HuatuoGPT-Vision-7B',
    'SparkAudio/Spark-TTS-0.5B',
    'neuphonic/neutts-air-q4-gguf',
    'FireRedTeam/FireRedASR-LLM-L',
    'ICTNLP/LLaMA-Omni2-7B',
    'mispeech/midashenglm-0.6b-fp32',
    'lightonai/LightOnOCR-1B-1025',
    'opendatalab/MinerU2.5-2509-1.2B',
  ])('%s holds Qwen', (name) => {
    expect(familiesOf(name)).toContain('qwen');
  });

  it.each([
    'allenai/OLMo-2-1124-7B',
    'allenai/olmOCR-mix-0225',
    'allenai/olmOCR-bench',
    'nanonets/docext',
    'reducto/other-7b',
    'numind/NuExtract-v1.5',
    'DAMO-NLP-SG/VideoLLaMA2-7B',
    'FreedomIntelligence/HuatuoGPT-Vision-34B',
    'neuphonic/neucodec',
    'FireRedTeam/FireRedASR-AED-L',
    'ICTNLP/Llama-3.1-8B-Omni',
    'lightonai/modernbert-embed-large',
  ])('%s does not', (name) => {
    expect(familiesOf(name)).not.toContain('qwen');
  });
});

describe('a line of which some sizes hold Qwen', () => {
  it.each([
    ['OpenGVLab/InternVL2-1B', ['internvl', 'qwen']],
    ['OpenGVLab/InternVL2_5-4B-MPO', ['internvl', 'qwen']],
    ['OpenGVLab/InternVL3-8B-hf', ['internvl', 'qwen']],
    ['OpenGVLab/InternVL3_5-8B', ['internvl', 'qwen']],
    ['OpenGVLab/InternVL2-8B', ['internvl']],
    ['OpenGVLab/InternVL2_5-8B', ['internvl']],
    ['OpenGVLab/InternVL3-9B', ['internvl']],
    ['OpenGVLab/InternVL3_5-GPT-OSS-20B-A4B-Preview', []],
    ['FreedomIntelligence/HuatuoGPT-o1-7B', ['qwen']],
    ['FreedomIntelligence/HuatuoGPT-o1-70B', []],
    ['OS-Copilot/OS-Atlas-Base-7B', ['qwen']],
    ['OS-Copilot/OS-Atlas-Base-4B', []],
    ['openbmb/EVisRAG-7B', ['qwen']],
    ['openbmb/VisRAG-Ret', []],
    ['PRIME-RL/Eurus-2-7B-PRIME', ['qwen']],
    ['PRIME-RL/Eurus-2-7B-SFT', ['qwen']],
    ['openbmb/Eurus-7b-sft', []],
  ])('%s: %j', (name, families) => {
    expect([...familiesOf(name)].toSorted()).toEqual(families);
  });
});

describe('reasoning, code, agents and search', () => {
  it.each([
    'nvidia/AceReason-Nemotron-1.1-7B',
    'nvidia/AceMath-RL-Nemotron-7B',
    'nvidia/Nemotron-Cascade-8B-Thinking',
    'qihoo360/Light-R1-14B-DS',
    'Open-Reasoner-Zero/Open-Reasoner-Zero-7B',
    'POLARIS-Project/Polaris-4B-Preview',
    'Gen-Verse/ReasonFlux-F1',
    'TIGER-Lab/VL-Rethinker-7B',
    'TIGER-Lab/general-verifier',
    'UCSC-VLAA/m1-7B-23K',
    'open-r1/OlympicCoder-7B',
    'Skywork/Skywork-SWE-32B',
    'all-hands/openhands-lm-32b-v0.1',
    'openhands-lm-32b-v0.1-q4_k_m.gguf',
    'Kwaipilot/KAT-Dev',
    'Hcompany/Holo1-7B',
    'xlangai/OpenCUA-7B',
    'xlangai/Aguvis-7B-720P',
    'ChenShawn/DeepEyes-7B',
    'ydeng9/OpenVLThinker-v1.2-sft-iter3',
    'showlab/ShowUI-2B',
    'miromind-ai/MiroThinker-v1.5-30B',
    'miromind-ai/MiroThinker-1.7-mini',
    'codefuse-ai/F2LLM-4B',
    'jinaai/jina-reranker-m0',
    'nomic-ai/colnomic-embed-multimodal-3b',
    'codefuse-ai/F2LLM-v2-330M',
    'codefuse-ai/C2LLM-7B',
    'NovaSearch/stella_en_1.5B_v5',
    'stella_en_1.5b_v5',
    'Goedel-LM/Goedel-Prover-V2-32B',
    'a-m-team/AM-Thinking-v1',
    'nvidia/OpenReasoning-Nemotron-1.5B',
    'Salesforce/xLAM-2-32b-fc-r',
    'MadeAgents/Hammer2.1-7b',
    'katanemo/Arch-Agent-3B',
    'Snowflake/Arctic-Text2SQL-R1-7B',
    'hf.co/mradermacher/Arctic-Text2SQL-R1-7B-GGUF:Q4_K_M',
    'arctic-text2sql-r1-7b:q4_k_m',
  ])('%s holds Qwen', (name) => {
    expect(familiesOf(name)).toContain('qwen');
  });

  it.each([
    'nvidia/Nemotron-Nano-9B-v2',
    'nvidia/Llama-3.1-Nemotron-70B-Instruct-HF',
    'Skywork/Skywork-Reward-Gemma-2-27B',
    'Kwaipilot/KwaiCoder-23B-A4B-v1',
    'TIGER-Lab/MAmmoTH2-8B',
    'jinaai/jina-reranker-v2-base-multilingual',
    'nomic-ai/nomic-embed-text-v1.5',
    'microsoft/Phi-4-reasoning',
    'general-verifier',
    'miromind-ai/MiroVerse-v0.1',
    'codefuse-ai/F2LLM',
    'someone/openhands-lm',
    'NovaSearch/stella_en_400M_v5',
    'Goedel-LM/Goedel-Prover-SFT',
    'Salesforce/Llama-xLAM-2-8b-fc-r',
    'MadeAgents/Hammer-7b',
    'katanemo/other-7b',
    'Snowflake/snowflake-arctic-instruct',
  ])('%s does not', (name) => {
    expect(familiesOf(name)).not.toContain('qwen');
  });
});

describe('further lines under an organisation', () => {
  it.each([
    'ucaslcl/GOT-OCR2_0',
    'echo840/MonkeyOCR-pro-3B',
    'opendatalab/MinerU2.5-Pro-2604-1.2B',
    'jinaai/ReaderLM-v2',
    'jinaai/jina-reranker-v3.5',
    'Kortix/FastApply-7B-v1.0',
    'continuedev/instinct',
    'osunlp/UGround-V1-7B',
    'Salesforce/GTA1-7B-2507',
    'InfiX-ai/InfiGUI-G1-3B',
    'OS-Copilot/OS-Genesis-7B-AW',
    'BAAI/RoboBrain2.0-7B',
    'internlm/JanusCoder-8B',
    'JetLM/SDAR-30B-A3B-Chat',
    'TIGER-Lab/VisCoder2-7B',
    'tencent/Penguin-VL-8B',
    'VITA-MLLM/Long-VITA-128K_HF',
    'IndexTeam/IndexTTS-2',
    'OpenMOSS-Team/MOSS-TTS-v1.5',
    'HiDream-ai/HiDream-O1-Image-Dev-2604',
    'stepfun-ai/Step1X-Edit',
    'KwaiVGI/VideoReward',
    'rinna/nekomata-14b-instruction',
    'SakanaAI/TinySwallow-1.5B-Instruct',
    'bartowski/TinySwallow-1.5B-Instruct-GGUF',
    'cyberagent/CAT-Thinking-8B',
    'Video-R1/Video-R1-7B',
    'WeiboAI/VibeThinker-1.5B',
    'zed-industries/zeta',
    'Nexusflow/Athene-V2-Chat',
    'bartowski/Athene-V2-Chat-GGUF',
    'nvidia/AceInstruct-1.5B',
    'nvidia/AceMath-72B-Instruct',
    'OuteAI/OuteTTS-0.3-500M-GGUF',
    'driaforall/Dria-Agent-a-7B',
    'driaforall/Tiny-Agent-a-3B-Q8-mlx',
    'Tesslate/UIGEN-T2-7B',
    'SWE-Gym/OpenHands-32B-Agent',
    'THUdyh/Oryx-1.5-7B-Image',
    'nvidia/Alpamayo-R1-10B',
  ])('%s holds Qwen', (name) => {
    expect(familiesOf(name)).toContain('qwen');
  });

  it.each(['ise-uiuc/Magicoder-S-DS-6.7B', 'm-a-p/OpenCodeInterpreter-DS-33B', 'WizardLM/WizardCoder-33B-V1.1'])(
    '%s holds DeepSeek',
    (name) => {
      expect(familiesOf(name)).toContain('deepseek');
    },
  );

  it.each([
    'ise-uiuc/Magicoder-S-CL-7B',
    'WizardLM/WizardCoder-15B-V1.0',
    'OS-Copilot/OS-Genesis-8B-AW',
    'VITA-MLLM/VITA',
    'IndexTeam/IndexTTS-1.5',
    'OpenMOSS-Team/MOSS-Audio-Tokenizer',
    'HiDream-ai/HiDream-I1-Full',
    'FireRedTeam/FireRedTTS-1S',
    'llm-jp/llm-jp-4-32b-a3b-base',
    'tokyotech-llm/Llama-3.3-Swallow-70B',
    'jinaai/reader-lm',
    'zeta',
    'THUdyh/Oryx-34B',
    'zed-industries/zeta-2',
    'Nexusflow/Athene-70B',
    'OuteAI/OuteTTS-0.3-1B',
    'driaforall/mem-agent',
    'instinct',
    'someone/instinct',
    'Step1X',
    'nekomata',
    'sdar-tool',
    'sdar-2024',
    'beck-2019',
    'gta1-2024',
    'openhands-0.59.0',
    'viscoder',
    'wall-oss',
  ])('%s does not', (name) => {
    expect(familiesOf(name).filter((family) => ['qwen', 'deepseek'].includes(family))).toEqual([]);
  });
});

describe('further retrievers, readers and agents', () => {
  it.each([
    'HIT-TMG/KaLM-embedding-multilingual-mini-instruct-v2',
    'KaLM-Embedding/KaLM-embedding-multilingual-mini-instruct-v2.5',
    'LCO-Embedding/LCO-Embedding-Omni-3B-2605',
    'zhibinlan/UME-R1-7B',
    'nomic-ai/colnomic-embed-multimodal-7b',
    'vidore/colqwen-omni-v0.1',
    'opencompass/CompassVerifier-32B',
    'omni-research/Tarsier2-7b-0115',
    'SeaLLMs/SeaLLMs-v3-7B-Chat',
    'Kwaipilot/KAT-V1-40B',
    'DeepHat/DeepHat-V1-7B',
    'arcee-ai/SuperNova-Medius',
    'hf.co/bartowski/SuperNova-Medius-GGUF:Q4_K_M',
    'arcee-ai/Virtuoso-Small',
    'arcee-ai/Virtuoso-Medium-v2',
    'rednote-hilab/dots.ocr',
    'OpenMOSS-Team/MOSS-TTSD-v0.7',
    'rayruiyang/VST-7B-SFT',
    'HaochenWang/TreeVGR-7B',
    'SWE-bench/SWE-agent-LM-7B',
    'janhq/Jan-v1-4B',
    'lmstudio-community/Jan-v1-4B-GGUF',
    'cckevinn/SeeClick',
    'Hcompany/Holo2-4B',
    'Hcompany/Holo2-235B-A22B',
    'Hcompany/Holo1.5-7B',
    'osmosis-ai/Osmosis-Apply-1.7B',
    'osmosis-ai/osmosis-mcp-4b',
    'browser-use/bu-30b-a3b-preview',
    'IDEA-Research/Rex-Omni',
    'MBZUAI/AIN',
    'datalab-to/chandra-ocr-2',
    'numind/NuExtract-2.0-8B',
    'typhoon-ai/typhoon-ocr1.5-2b',
    'scb10x/typhoon-ocr-7b',
    'ZJU-AI4H/Hulu-Med-7B',
    'openthaigpt/openthaigpt1.5-72b-instruct',
    'katanemo/Arch-Function-3B',
    't-tech/T-lite-it-1.0',
    'jinaai/jina-code-embeddings-0.5b',
    'anthracite-org/magnum-v2-72b',
    'alpindale/magnum-72b-v1',
    'AI-MO/NuminaMath-72B-TIR',
    'allenai/SERA-32B',
    'Dream-org/Dream-v0-Instruct-7B',
    'ACE-Step/acestep-5Hz-lm-4B',
    'ACE-Step/Ace-Step1.5',
    'Skywork/Skywork-R1V2-38B',
    'vibevoice/VibeVoice-7B',
    'nvidia/NVLM-D-72B',
    'BytedanceDouyinContent/SAIL-VL2-8B-Thinking',
    'BytedanceDouyinContent/SAIL-VL-1d5-2B',
    'NCSOFT/VARCO-VISION-14B-HF',
    'Bin12345/AutoCoder_QW_7B',
    'jhu-clsp/rank1-7b',
    'ielabgroup/Rank-R1-7B-v0.1',
    'tencent/WeDLM-8B-Instruct',
    'NiuTrans/LMT-60-8B',
    'FreedomIntelligence/ShizhenGPT-7B-VL',
    'OpenGVLab/SDLM-32B-D4',
    'skt/A.X-4.0-Light',
    'zjunlp/OceanGPT-14B-v0.1',
    'FireRedTeam/FireRed-OCR',
    'BytedTsinghua-SIA/RL-MemoryAgent-14B',
    'GAIR/DeepResearcher-7b',
    'R2E-Gym/R2EGym-32B-Agent',
    'LLM360/guru-32B',
    'russwang/ThinkLite-VL-7B',
    'featherless/qwerky-72b',
    'abacusai/Smaug-72B-v0.1',
    'URSA-MATH/URSA-8B',
    'omlab/omchat-v2.0-13B-single-beta_hf',
    'VITA-MLLM/VITA-Audio-Boost',
    'lmms-lab/LLaVA-OneVision-1.5-4B-Instruct',
    'meituan/EvoCUA-32B-20260105',
    'inclusionAI/GUI-G2-7B',
    'yifanzhang114/R1-Reward',
  ])('%s holds Qwen', (name) => {
    expect(familiesOf(name)).toContain('qwen');
  });

  it.each([
    'hkust-nlp/dart-math-dsmath-7b-prop2diff',
    'hkust-nlp/dart-math-dsmath-7b-uniform',
    'AI-MO/NuminaMath-7B-TIR',
    'Bin12345/AutoCoder_S_6.7B',
    'SenseLLM/ReflectionCoder-DS-33B',
    'wyt2000/InverseCoder-DS-6.7B',
    'microsoft/wavecoder-ultra-6.7b',
  ])('%s holds DeepSeek', (name) => {
    expect(familiesOf(name)).toContain('deepseek');
  });

  it.each([
    'tencent/KaLM-Embedding-Gemma3-12B-2511',
    'GreenNode/GreenNode-Embedding-Large-VN-V1',
    'VoiceNet/voiceclap-small',
    'nomic-ai/nomic-embed-text-v2-moe',
    'vidore/colpali-v1.3',
    'SeaLLMs/SeaLLM-7B-v2.5',
    'hkust-nlp/dart-math-llama3-8b-uniform',
    'arcee-ai/Arcee-Blitz',
    'arcee-ai/Virtuoso-Lite',
    'supernova',
    'dots.ocr-tool',
    'rednote-hilab/dots.llm1.inst',
    'cognitivecomputations/dolphin-2.9-llama3-8b',
    'compassverifier',
    'ai-sage/GigaChat3-10B-A1.8B',
    'numind/NuExtract',
    'anthracite-org/magnum-v4-12b',
    'anthracite-org/magnum-v4-123b',
    'scb10x/typhoon-7b',
    'openthaigpt/openthaigpt-1.0.0-7b-chat',
    'SeeClick',
    'ain',
    't-tech/other-7b',
    'katanemo/Arch-Function',
    'jinaai/jina-embeddings-v2-base-code',
    'MBZUAI/LaMini-GPT-1.5B',
    'jhu-clsp/rank1-llama3-8b',
    'jhu-clsp/rank1-mistral-2501-24b',
    'SenseLLM/ReflectionCoder-CL-34B',
    'wyt2000/InverseCoder-CL-7B',
    'zjunlp/OceanGPT-2B-v0.1',
    'zjunlp/OceanGPT-7b-v0.1',
    'skt/A.X-3.1',
    'abacusai/Dracarys-Llama-3.1-70B-Instruct',
    'Skywork/Skywork-13B-base',
    'LLM360/K2',
    'dream',
    'autocoder',
    'someone/autocoder',
    'guru-7',
    'rank1-accuracy',
    'sera-8',
    'wavecoder',
    'AI-MO/NuminaMath-CoT',
    'ACE-Step/ACE-Step-v1-3.5B',
    'VITA-MLLM/VITA',
    'allenai/OLMo-2-0425-1B',
    'RWKV/rwkv-4-world-7b',
    'Hcompany/Holotron-12B',
  ])('%s does not', (name) => {
    expect(familiesOf(name).filter((family) => ['qwen', 'deepseek'].includes(family))).toEqual([]);
  });
});

describe('a line of another vendor of the catalog', () => {
  it('keeps its vendor, whatever some sizes hold', () => {
    expect(identify(catalog, 'ByteDance/Sa2VA-4B')).toMatchObject({ vendor: 'bytedance' });
    expect(familiesOf('ByteDance/Sa2VA-4B')).toContain('qwen');
    expect(familiesOf('ByteDance/Sa2VA-InternVL3-8B')).toContain('qwen');
    expect(familiesOf('ByteDance/Sa2VA-8B')).not.toContain('qwen');
  });
});

describe('the library of Ollama', () => {
  it.each(['deepcoder:14b', 'openthinker:7b-fp16', 'ollama/deepcoder', 'ollama_chat/openthinker', 'ollama/marco-o1:7b', 'marco-o1:7b'])(
    '%s holds Qwen',
    (name) => {
      expect(familiesOf(name)).toContain('qwen');
    },
  );

  it.each(['deepcoder', 'deepcoder:latest', 'someone/deepcoder:14b', 'deepcoder:build', 'mistral:7b'])('%s may be anything', (name) => {
    expect(familiesOf(name)).toEqual([]);
  });
});
