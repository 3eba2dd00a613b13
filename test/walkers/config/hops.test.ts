// Values that reach their place through variables of other files: the lineage tells every hop.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

/** `path:line vendor <- hop <- hop` of every subject in a file. */
async function subjectsIn(path: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory } = await scanFiles(files);
  return inventory
    .filter(({ reference }) => reference.evidence.path === path)
    .map(({ reference, identity, lineage }) => {
      const hops = lineage.flatMap(({ to, evidence }) => (evidence ? [`${to} @${evidence.path}:${evidence.region?.startLine}`] : []));
      return [`${reference.evidence.region?.startLine} ${identity.vendor}`, ...hops].join(' <- ');
    });
}

interface Case {
  readonly name: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
  readonly seen: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'a module of Terraform, its variables and its outputs',
    path: 'modules/llm/main.tf',
    files: {
      'main.tf': 'module "other" {\n  source = "./modules/other"\n}\nmodule "llm" {\n  source = "./modules/llm"\n  model = var.model\n}\n',
      'variables.tf': 'variable "model" {}\n',
      'prod.tfvars': 'model = "qwen.qwen3-32b-v1:0"\n',
      'modules/llm/main.tf': 'resource "aws_bedrockagent_agent" "a" {\n  foundation_model = var.model\n}\n',
    },
    seen: [
      '2 alibaba <- symbol:modules/llm#var.model @modules/llm/main.tf:2 <- symbol:.#var.model @main.tf:6 <- qwen.qwen3-32b-v1:0 @prod.tfvars:1',
    ],
  },
  {
    name: 'the output of a module',
    path: 'main.tf',
    files: {
      'main.tf': 'module "llm" {\n  source = "./modules/llm"\n}\nresource "aws_ssm_parameter" "m" {\n  model_id = module.llm.model_id\n}\n',
      'modules/llm/outputs.tf': 'output "model_id" {\n  value = local.model\n}\n',
      'modules/llm/main.tf': 'locals {\n  model = "qwen.qwen3-32b-v1:0"\n}\n',
    },
    seen: [
      '5 alibaba <- symbol:.#module.llm.model_id @main.tf:5 <- symbol:modules/llm#output.model_id @main.tf:5 <- symbol:modules/llm#local.model @modules/llm/outputs.tf:2 <- qwen.qwen3-32b-v1:0 @modules/llm/main.tf:2',
    ],
  },
  {
    name: 'a loop over a local map',
    path: 'main.tf',
    files: {
      'main.tf':
        'locals {\n  apps = {\n    chat = { engine = "DeepSeek-V3.2", size = 1 }\n  }\n}\nresource "azurerm_cognitive_deployment" "m" {\n  for_each = local.apps\n  name = each.key\n  model {\n    format = "DeepSeek"\n    name = each.value.engine\n    version = "1"\n  }\n}\n',
    },
    seen: ['3 deepseek', '11 deepseek <- symbol:.#local.apps.each.engine @main.tf:11 <- DeepSeek-V3.2 @main.tf:3'],
  },
  {
    name: 'a dynamic block, by its own name',
    path: 'main.tf',
    files: {
      'main.tf':
        'variable "ids" {\n  default = ["qwen.qwen3-32b-v1:0"]\n}\nresource "r" "s" {\n  dynamic "deployment" {\n    for_each = var.ids\n    content {\n      model_id = deployment.value\n    }\n  }\n}\n',
    },
    seen: ['2 alibaba', '8 alibaba <- symbol:.#var.ids.each @main.tf:8 <- qwen.qwen3-32b-v1:0 @main.tf:2'],
  },
  {
    name: 'a dynamic block, by its iterator',
    path: 'main.tf',
    files: {
      'main.tf':
        'variable "ids" {\n  default = ["qwen.qwen3-32b-v1:0"]\n}\nresource "r" "s" {\n  dynamic "deployment" {\n    for_each = var.ids\n    iterator = it\n    content {\n      model_id = it.value\n    }\n  }\n}\n',
    },
    seen: ['2 alibaba', '9 alibaba <- symbol:.#var.ids.each @main.tf:9 <- qwen.qwen3-32b-v1:0 @main.tf:2'],
  },
  {
    name: 'a parameter that the settings of SAM override',
    path: 'template.yaml',
    files: {
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nParameters:\n  ModelId: { Type: String }\nResources:\n  F:\n    Properties:\n      Environment:\n        Variables:\n          MODEL_ID: !Ref ModelId\n',
      'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "Stage=\\"prod\\" ModelId=qwen.qwen3-32b-v1:0"\n',
    },
    seen: ['9 alibaba <- env:ModelId @template.yaml:9 <- qwen.qwen3-32b-v1:0 @samconfig.toml:2'],
  },
  {
    name: 'a loop of a shell, which a later line is not in',
    path: 'pull.sh',
    files: { 'pull.sh': 'for m in first qwen3:8b; do\n  ollama pull $m\ndone\nm=llama3\nollama run kimi-k2.6\n' },
    seen: ['1 alibaba', '2 alibaba <- env:pull.sh#m @pull.sh:2 <- qwen3:8b @pull.sh:1', '5 moonshot'],
  },
  {
    name: 'a loop over a list that a file of values gives to a module',
    path: 'modules/m/main.tf',
    files: {
      'main.tf': 'module "m" {\n  source = "./modules/m"\n  ids = var.ids\n}\n',
      'variables.tf': 'variable "ids" {}\n',
      'terraform.tfvars': 'ids = ["qwen.qwen3-32b-v1:0", "x"]\n',
      'modules/m/main.tf': 'resource "aws_bedrock_x" "a" {\n  for_each = toset(var.ids)\n  model_id = each.value\n}\n',
    },
    seen: [
      '3 alibaba <- symbol:modules/m#var.ids.each @modules/m/main.tf:3 <- symbol:.#var.ids.each @main.tf:3 <- qwen.qwen3-32b-v1:0 @terraform.tfvars:1',
    ],
  },
  {
    name: 'a loop of modules over a map of its own',
    path: 'main.tf',
    files: {
      'main.tf':
        'module "m" {\n  for_each = { a = { id = "qwen.qwen3-32b-v1:0" } }\n  source = "./modules/m"\n  model = each.value.id\n}\n',
      'modules/m/main.tf': 'resource "aws_bedrock_x" "a" {\n  model_id = var.model\n}\n',
    },
    seen: ['2 alibaba', '4 alibaba <- symbol:.#module.m.for_each.each.id @main.tf:4 <- qwen.qwen3-32b-v1:0 @main.tf:2'],
  },
  {
    name: 'an image that a variable names, whose default is one of weights',
    path: 'main.tf',
    files: {
      'main.tf':
        'resource "aws_sagemaker_model" "m" {\n  primary_container {\n    image = var.model_image\n  }\n}\nresource "x_y" "deepseek_proxy" {\n  image = var.proxy_image\n}\n',
      'variables.tf':
        'variable "model_image" {\n  default = "123456789012.dkr.ecr.us-east-1.amazonaws.com/deepseek-llm-r1:latest"\n}\nvariable "proxy_image" {\n  default = "ghcr.io/someone/proxy:1"\n}\n',
    },
    seen: [
      '3 deepseek <- symbol:.#var.model_image @main.tf:3 <- 123456789012.dkr.ecr.us-east-1.amazonaws.com/deepseek-llm-r1:latest @variables.tf:2',
    ],
  },
  {
    name: 'a variable that the environment sets',
    path: 'main.tf',
    files: {
      'main.tf': 'variable "model_id" {}\nresource "aws_bedrock_x" "a" {\n  model_id = var.model_id\n}\n',
      '.env': 'TF_VAR_model_id=qwen.qwen3-32b-v1:0\n',
    },
    seen: ['3 alibaba <- symbol:.#var.model_id @main.tf:3 <- env:TF_VAR_model_id @main.tf:1 <- qwen.qwen3-32b-v1:0 @.env:1'],
  },
  {
    name: 'inputs of Terragrunt',
    path: 'modules/m/main.tf',
    files: {
      'live/terragrunt.hcl': 'terraform {\n  source = "../modules//m"\n}\ninputs = {\n  model_id = "qwen.qwen3-32b-v1:0"\n}\n',
      'modules/m/main.tf': 'resource "aws_bedrock_x" "a" {\n  model_id = var.model_id\n}\n',
    },
    seen: ['2 alibaba <- symbol:modules/m#var.model_id @modules/m/main.tf:2 <- qwen.qwen3-32b-v1:0 @live/terragrunt.hcl:5'],
  },
  {
    name: 'a parameter of Bicep and the file of parameters beside it',
    path: 'infra/main.bicep',
    files: {
      'infra/main.bicep':
        "param modelName string\nresource d 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {\n  properties: {\n    model: { format: 'DeepSeek', name: modelName, version: '1' }\n  }\n}\n",
      'infra/main.parameters.json': '{"parameters": {"modelName": {"value": "DeepSeek-R1"}}}',
    },
    seen: ['4 deepseek <- symbol:infra/main.bicep#modelName @infra/main.bicep:4 <- DeepSeek-R1 @infra/main.parameters.json:1'],
  },
  {
    name: 'a variable of Bicep and a file that gives parameters',
    path: 'infra/main.bicep',
    files: {
      'infra/main.bicep':
        "param modelName string\nvar name = modelName\nresource d 'x@1' = {\n  properties: {\n    model: { format: 'DeepSeek', name: name, version: '1' }\n  }\n}\n",
      'infra/env/dev.bicepparam': "using '../main.bicep'\nparam modelName = 'DeepSeek-R1'\n",
    },
    seen: [
      '5 deepseek <- symbol:infra/main.bicep#name @infra/main.bicep:5 <- symbol:infra/main.bicep#modelName @infra/main.bicep:2 <- DeepSeek-R1 @infra/env/dev.bicepparam:2',
    ],
  },
  {
    name: 'a module of Bicep',
    path: 'infra/ai.bicep',
    files: {
      'infra/ai.bicep':
        "param engine string\nresource d 'x@1' = {\n  properties: {\n    model: { format: 'DeepSeek', name: engine, version: '1' }\n  }\n}\n",
      'infra/main.bicep':
        "param modelName string = 'DeepSeek-R1'\nmodule ai './ai.bicep' = {\n  name: 'ai'\n  params: {\n    engine: modelName\n  }\n}\n",
    },
    seen: [
      '4 deepseek <- symbol:infra/ai.bicep#engine @infra/ai.bicep:4 <- symbol:infra/main.bicep#modelName @infra/main.bicep:5 <- DeepSeek-R1 @infra/main.bicep:1',
    ],
  },
  {
    name: 'variables and parameters of a template of Azure',
    path: 'azuredeploy.json',
    files: {
      'azuredeploy.json':
        '{"parameters": {"modelName": {"type": "string"}},\n"variables": {"model": "[parameters(\'modelName\')]"},\n"resources": [{"properties": {\n"model": {"format": "DeepSeek", "name": "[variables(\'model\')]", "version": "1"}}}]}',
      'azuredeploy.parameters.json': '{"parameters": {"modelName": {"value": "DeepSeek-R1"}}}',
    },
    seen: [
      '2 deepseek <- symbol:azuredeploy.json#modelName @azuredeploy.json:2 <- DeepSeek-R1 @azuredeploy.parameters.json:1',
      '4 deepseek <- symbol:azuredeploy.json#variables.model @azuredeploy.json:4 <- symbol:azuredeploy.json#modelName @azuredeploy.json:2 <- DeepSeek-R1 @azuredeploy.parameters.json:1',
    ],
  },
  {
    name: 'a variable of Docker Bake and an argument of the Dockerfile',
    path: 'Dockerfile',
    files: {
      Dockerfile: 'FROM vllm/vllm-openai\nARG MODEL\nRUN hf download $MODEL\n',
      'docker-bake.hcl':
        'variable "CHAT_MODEL" {\n  default = "Qwen/Qwen3-8B"\n}\ntarget "app" {\n  args = {\n    MODEL = CHAT_MODEL\n  }\n}\n',
    },
    seen: ['1 null', '3 alibaba <- env:MODEL @Dockerfile:3 <- env:CHAT_MODEL @docker-bake.hcl:6 <- Qwen/Qwen3-8B @docker-bake.hcl:2'],
  },
  {
    name: 'a variable of Nomad',
    path: 'jobs/llm.nomad.hcl',
    files: {
      'jobs/llm.nomad.hcl':
        'variable "model" {\n  default = "Qwen/Qwen3-8B"\n}\njob "llm" {\n  task "vllm" {\n    config {\n      args = ["--model", var.model]\n    }\n    env {\n      MODEL = "${var.model}"\n    }\n  }\n}\n',
    },
    seen: [
      '2 alibaba',
      '7 alibaba <- symbol:jobs#var.model @jobs/llm.nomad.hcl:7 <- Qwen/Qwen3-8B @jobs/llm.nomad.hcl:2',
      '10 alibaba <- symbol:jobs#var.model @jobs/llm.nomad.hcl:10 <- Qwen/Qwen3-8B @jobs/llm.nomad.hcl:2',
    ],
  },
  {
    name: 'a reference of CloudFormation in JSON',
    path: 't.json',
    files: {
      't.json':
        '{"Parameters": {"Engine": {"Default": "qwen.qwen3-32b-v1:0"}},\n"Resources": {"F": {"Properties": {"Environment": {"Variables": {\n"MODEL_ID": {"Ref": "Engine"}}}}}}}',
    },
    seen: ['1 alibaba', '3 alibaba <- env:Engine @t.json:3 <- qwen.qwen3-32b-v1:0 @t.json:1'],
  },
  {
    name: 'references of CloudFormation in YAML',
    path: 'template.yaml',
    files: {
      'template.yaml':
        "Parameters:\n  Engine:\n    Type: String\n    Default: qwen.qwen3-32b-v1:0\nResources:\n  F:\n    Properties:\n      Environment:\n        Variables:\n          MODEL_ID: !Ref Engine\n          MODEL: !Sub '${Engine}'\n          CHAT_MODEL:\n            Ref: Engine\n      Arn: !Sub arn:aws:bedrock:us-east-1::foundation-model/${Engine}\n",
    },
    seen: [
      '4 alibaba',
      '10 alibaba <- env:Engine @template.yaml:10 <- qwen.qwen3-32b-v1:0 @template.yaml:4',
      '11 alibaba <- env:Engine @template.yaml:11 <- qwen.qwen3-32b-v1:0 @template.yaml:4',
      '13 alibaba <- env:Engine @template.yaml:13 <- qwen.qwen3-32b-v1:0 @template.yaml:4',
    ],
  },
  {
    name: 'variables of Ansible, in tasks that name no model',
    path: 'roles/llm/tasks/main.yml',
    files: {
      'roles/llm/tasks/main.yml':
        '- name: pull\n  command: ollama pull {{ llm_tag }}\n- name: serve\n  environment:\n    MODEL: "{{ chat_model }}"\n',
      'roles/llm/defaults/main.yml': 'llm_tag: qwen3:8b\n',
      'group_vars/all.yml': 'chat_model: deepseek-r1:7b\n',
    },
    seen: [
      '2 alibaba <- env:llm_tag @roles/llm/tasks/main.yml:2 <- qwen3:8b @roles/llm/defaults/main.yml:1',
      '5 deepseek <- env:chat_model @roles/llm/tasks/main.yml:5 <- deepseek-r1:7b @group_vars/all.yml:1',
    ],
  },
  {
    name: 'values of a chart',
    path: 'chart/templates/d.yaml',
    files: {
      'chart/Chart.yaml': 'name: x\n',
      'chart/values.yaml': 'llm:\n  model: Qwen/Qwen3-8B\n  engine: deepseek-ai/DeepSeek-R1\n',
      'chart/templates/d.yaml':
        'spec:\n  containers:\n  - args:\n    - --model\n    - {{ .Values.llm.model }}\n    env:\n    - name: CHAT_MODEL\n      value: {{ .Values.llm.engine | quote }}\n',
    },
    seen: [
      '5 alibaba <- symbol:chart#.Values.llm.model @chart/templates/d.yaml:5 <- Qwen/Qwen3-8B @chart/values.yaml:2',
      '8 deepseek <- symbol:chart#.Values.llm.engine @chart/templates/d.yaml:8 <- deepseek-ai/DeepSeek-R1 @chart/values.yaml:3',
    ],
  },
  {
    name: 'a property that another profile sets',
    path: 'src/main/resources/application.yml',
    files: {
      'src/main/resources/application.yml': 'spring:\n  ai:\n    openai:\n      chat:\n        options:\n          model: ${app.model}\n',
      'src/main/resources/application-prod.yml': 'app:\n  model: deepseek-chat\n',
    },
    seen: ['6 deepseek <- env:app.model @src/main/resources/application.yml:6 <- deepseek-chat @src/main/resources/application-prod.yml:2'],
  },
  {
    name: 'a file of variables',
    path: 'compose.yaml',
    files: {
      'compose.yaml': 'services:\n  a:\n    image: x\n    env_file: [conf/llm.env]\n    command: ["--model", "${LLM}"]\n',
      'conf/llm.env': 'LLM=qwen-max\n',
    },
    seen: ['5 alibaba <- env:LLM @compose.yaml:5 <- qwen-max @conf/llm.env:1'],
  },
  {
    name: 'a variable of Azure Pipelines',
    path: 'azure-pipelines.yml',
    files: {
      'azure-pipelines.yml': 'variables:\n- name: llmModel\n  value: deepseek-chat\nsteps:\n- script: aider --model $(llmModel)\n',
    },
    seen: ['3 deepseek', '5 deepseek <- env:llmModel @azure-pipelines.yml:5 <- deepseek-chat @azure-pipelines.yml:3'],
  },
  {
    name: 'a parameter of CircleCI',
    path: '.circleci/config.yml',
    files: {
      '.circleci/config.yml':
        'parameters:\n  llm:\n    type: string\n    default: qwen3:8b\njobs:\n  t:\n    steps:\n      - run: ollama pull << pipeline.parameters.llm >>\n',
    },
    seen: [
      '4 alibaba',
      '8 alibaba <- symbol:.circleci/config.yml#parameters.llm @.circleci/config.yml:8 <- qwen3:8b @.circleci/config.yml:4',
    ],
  },
  {
    name: 'another place of serverless.yml',
    path: 'serverless.yml',
    files: {
      'serverless.yml':
        "custom:\n  llm: qwen-max\nprovider:\n  environment:\n    MODEL: ${self:custom.llm}\n    OTHER_MODEL: ${env:CHAT_MODEL, 'kimi-k2'}\n",
    },
    seen: ['2 alibaba', '5 alibaba <- symbol:serverless.yml#self.custom.llm @serverless.yml:5 <- qwen-max @serverless.yml:2', '6 moonshot'],
  },
  {
    name: 'a variable of a Databricks bundle',
    path: 'databricks.yml',
    files: {
      'databricks.yml':
        'variables:\n  endpoint:\n    default: databricks-qwen3-next-80b-a3b-instruct\nresources:\n  jobs:\n    a:\n      parameters:\n        - name: model\n          default: ${var.endpoint}\n',
    },
    seen: ['3 alibaba', '9 alibaba <- env:var.endpoint @databricks.yml:9 <- databricks-qwen3-next-80b-a3b-instruct @databricks.yml:3'],
  },
  {
    name: 'a key of a ConfigMap in another file',
    path: 'k8s/d.yaml',
    files: {
      'k8s/d.yaml':
        'spec:\n  containers:\n  - args: ["--model", "$(LLM)"]\n    env:\n    - name: LLM\n      valueFrom:\n        configMapKeyRef: { name: c, key: llm-model }\n',
      'k8s/c.yaml': 'kind: ConfigMap\ndata:\n  llm-model: Qwen/Qwen3-8B\n',
    },
    seen: [
      '3 alibaba <- env:LLM @k8s/d.yaml:3 <- env:llm-model @k8s/d.yaml:7 <- Qwen/Qwen3-8B @k8s/c.yaml:3',
      '7 alibaba <- env:llm-model @k8s/d.yaml:7 <- Qwen/Qwen3-8B @k8s/c.yaml:3',
    ],
  },
  {
    name: 'a default of tox',
    path: 'tox.ini',
    files: {
      'tox.ini':
        '[testenv]\nsetenv =\n    LLM_MODEL = qwen-max\n    OPENAI_BASE_URL = https://dashscope.aliyuncs.com/compatible-mode/v1\ncommands =\n    ollama pull {env:OLLAMA_MODEL:qwen3:8b}\n    aider --model deepseek/deepseek-chat\n',
    },
    seen: ['3 alibaba', '4 alibaba', '6 alibaba', '7 deepseek'],
  },
  {
    name: 'a volume of Compose',
    path: 'compose.yaml',
    files: {
      'compose.yaml':
        'services:\n  vllm:\n    image: vllm/vllm-openai\n    volumes: [/data/models/Qwen3-32B:/mnt/model:ro, cache:/root]\n    command: ["--model", "/mnt/model"]\n',
    },
    seen: ['3 null', '5 alibaba <- /data/models/Qwen3-32B @compose.yaml:4'],
  },
  {
    name: 'a volume of docker run',
    path: 'run.sh',
    files: {
      'run.sh':
        'docker run --gpus all -v /data/models/Qwen3-32B:/mnt/model -p 8000:8000 vllm/vllm-openai --model /mnt/model\ndocker run -v /data/qwen:/data img --model gpt2\n',
    },
    seen: ['1 null', '1 alibaba <- /data/models/Qwen3-32B @run.sh:1'],
  },
  {
    name: 'a variable of a script that is set more than once',
    path: 'run.sh',
    files: {
      'run.sh':
        'export KIMI_ENDPOINT=https://api.moonshot.cn/v1\nmodel=BAAI/bge-m3\ndocker run tei --model-id $model\nmodel=Qwen/Qwen3-Embedding-0.6B\ndocker run tei --model-id $model\nmodel=intfloat/e5\ndocker run tei --model-id $model\n',
    },
    seen: ['1 moonshot', '4 alibaba', '5 alibaba <- env:run.sh#model @run.sh:5 <- Qwen/Qwen3-Embedding-0.6B @run.sh:4'],
  },
  {
    name: 'a variable that each of several containers sets below its arguments',
    path: 'pods.yaml',
    files: {
      'pods.yaml':
        'containers:\n  - args: ["--model=$(MODEL_ID)"]\n    env: [{ name: MODEL_ID, value: google/gemma-2b-it }]\n---\n\n\n\n\ncontainers:\n  - args: ["--model=$(MODEL_ID)"]\n    env: [{ name: MODEL_ID, value: Qwen/Qwen3-8B }]\n',
    },
    seen: ['10 alibaba <- env:MODEL_ID @pods.yaml:10 <- Qwen/Qwen3-8B @pods.yaml:11', '11 alibaba'],
  },
];

const MISSES: readonly Case[] = [
  {
    name: 'a variable of the same name that the file sets itself',
    path: 'a/serve.yaml',
    files: {
      'a/serve.yaml': 'args: ["--model=$(MODEL_ID)", "--draft=qwen"]\nenv: [{ name: MODEL_ID, value: google/gemma-2b-it }]\n',
      'b/serve.yaml': 'env: [{ name: MODEL_ID, value: Qwen/Qwen3-8B }]\n',
    },
    seen: [],
  },
  {
    name: 'a module of another registry',
    path: 'main.tf',
    files: {
      'main.tf': 'module "m" {\n  source = "acme/m/aws"\n  model = "qwen.qwen3-32b-v1:0"\n}\n',
      'm/main.tf': 'resource "a" "b" {\n  model_id = var.model\n}\n',
    },
    seen: ['3 alibaba'],
  },
  {
    name: 'a parameter of another template',
    path: 'b/main.bicep',
    files: {
      'a/main.bicep': "param engine string = 'DeepSeek-R1'\n",
      'b/main.bicep': "param engine string\nresource d 'x@1' = {\n  model: { format: 'OpenAI', name: engine, version: '1' }\n}\n",
    },
    seen: [],
  },
  {
    name: 'another parameter than the one that the settings of SAM override',
    path: 'template.yaml',
    files: {
      'template.yaml': 'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    MODEL_ID: !Ref ModelId\n',
      'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "OtherId=qwen.qwen3-32b-v1:0"\n',
    },
    seen: [],
  },
  {
    name: 'an attribute called like the item of a dynamic block elsewhere',
    path: 'main.tf',
    files: {
      'main.tf':
        'variable "ids" {\n  default = ["qwen.qwen3-32b-v1:0"]\n}\nresource "r" "s" {\n  dynamic "deployment" {\n    for_each = var.ids\n    content {\n      size = 1\n    }\n  }\n  model_id = deployment.value\n}\n',
    },
    seen: ['2 alibaba'],
  },
  {
    name: 'a loop over something else',
    path: 'main.tf',
    files: {
      'main.tf':
        'locals {\n  apps = { a = { id = "qwen.qwen3-32b-v1:0" } }\n  users = { b = { id = "x" } }\n}\nresource "r" "s" {\n  for_each = local.users\n  model_id = each.value.id\n}\n',
    },
    seen: ['2 alibaba'],
  },
  {
    name: 'a word of CloudFormation that is no parameter',
    path: 't.json',
    files: { 't.json': '{"Parameters": {"Engine": {"Default": "qwen.qwen3-32b-v1:0"}},\n"MODEL_ID": {"Ref": "AWS::Region"}}' },
    seen: ['1 alibaba'],
  },
];

describe('a value is not followed through', () => {
  it.each(MISSES)('$name', async ({ path, files, seen }) => {
    expect(await subjectsIn(path, files)).toEqual(seen);
  });
});

describe('a value is followed through', () => {
  it.each(CASES)('$name', async ({ path, files, seen }) => {
    expect(await subjectsIn(path, files)).toEqual(seen);
  });
});
