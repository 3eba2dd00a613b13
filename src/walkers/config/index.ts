// The walkers of configurations, the specific before the generic.
import type { Walker } from '../walker.ts';
import { agentSettings, agents } from './agents.ts';
import { ci } from './ci.ts';
import { compose } from './compose.ts';
import { config } from './config.ts';
import { dify } from './dify.ts';
import { dockerfile } from './dockerfile.ts';
import { dotenv } from './dotenv.ts';
import { dvc } from './dvc.ts';
import { ansible, helmTemplate, kubernetes, sam, spring } from './frameworks.ts';
import { adapterConfig, mergekit, modelIndex, transformersConfig } from './hub-files.ts';
import { bicep, proxy, terraform } from './infrastructure.ts';
import { lisp } from './lisp.ts';
import { litellm } from './litellm.ts';
import { modelCard } from './model-card.ts';
import { modelfile } from './modelfile.ts';
import { brewfile, jenkinsfile } from './pipelines.ts';
import { rasa } from './rasa.ts';
import { makefile, script } from './script.ts';
import { services } from './services.ts';
import { template } from './template.ts';
import { text } from './text.ts';
import { mlflow, wandbConfig, wandbMetadata } from './tracking.ts';
import { training } from './training.ts';
import { xml } from './xml.ts';

export const configWalkers: readonly Walker[] = [
  dotenv,
  dockerfile,
  modelfile,
  modelCard,
  transformersConfig,
  adapterConfig,
  modelIndex,
  mlflow,
  wandbConfig,
  wandbMetadata,
  dvc,
  ci,
  litellm,
  rasa,
  compose,
  mergekit,
  agents,
  agentSettings,
  services,
  script,
  makefile,
  jenkinsfile,
  brewfile,
  terraform,
  bicep,
  proxy,
  dify,
  lisp,
  helmTemplate,
  ansible,
  kubernetes,
  sam,
  spring,
  training,
  config,
  xml,
  template,
  text,
];
