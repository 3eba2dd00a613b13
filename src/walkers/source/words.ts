// Names of methods and functions that say what happens to their argument. They belong to languages and libraries, not to vendors.

/** They ask about a text: what they are given is a capability or a filter, not a model that is used. */
const COMPARING =
  /(?:^|[.:>])(?:starts_?with|ends_?with|includes?\??|contains?|equals(?:_?ignore_?case)?|index_?of|has(?:Prefix|Suffix)?|matches|match|test|search|equal_?fold|eq|neq|find|count|remove_?prefix|remove_?suffix|trim_?prefix|trim_?suffix|replace(?:_?all)?|re?split|split|strip|lstrip|rstrip|starts_with\?|start_with\?|end_with\?|str_contains|str_starts_with|strpos|grepl?|str_detect|is|in_array|Like|Where)$/i;
/** They state what a test expects. */
const EXPECTING =
  /(?:^|[.:>])(?:assert\w{0,40}|expect\w{0,40}|to(?:Be|Equal|Contain|Match|StrictEqual|HaveProperty|HaveLength|HaveBeenCalledWith|HaveBeenLastCalledWith|MatchObject|ContainEqual|MatchInlineSnapshot|ThrowError|Throw)|should|eql|isEqualTo|containsExactly\w{0,20}|hasValue|require\.(?:(?:Not)?(?:Equal|Contains|Nil|Empty|Zero|Same|Regexp|Implements|ElementsMatch|Subset)\w{0,12}|True|False|NoError\w{0,4}|Error\w{0,12}|Len|JSONEq|YAMLEq|Greater\w{0,12}|Less\w{0,12}|IsType|Exactly|Eventually\w{0,6})|assert\.\w{1,30}|assertThat\(?\)?\.?\w{0,30}|contains(?:Only|Exactly)?|deepEqual|strictEqual)$/;
/** They read a variable of the environment. The second argument is what is used where it is not set. */
const READS_ENVIRONMENT =
  /(?:^|[.:>\s])(?:get_?env(?:ironment)?(?:_?variable)?(?:_?(?:or|with))?(?:_?(?:default|else|fallback|str(?:ing)?))?|env_?or(?:_?(?:default|else))?|fromEnvironment|(?:os\.)?environ(?:\.get|\.setdefault|\.pop|\[\])?|lookup_?env|env(?:::var(?:_os)?|\.get|\.fetch|\.str|\.string|\.var)?|ENV(?:\.fetch)?|var(?:_os)?|fetch_env!?|get_env!?|system\.get_env|ENV\.fetch|Sys\.getenv|config|env_?var|GetEnvironmentVariable|load_?setting|loadApiKey|loadOptionalSetting|EnvVar|option_env!|env!|dotenv\.env|Platform\.environment|secrets?(?:\.get)?|userdata\.get|get_secret(?:_str)?|EnvironmentVariable)$/i;
const PRINTS =
  /(?:^|[.:>!])(?:print(?:ln|f|_r)?!?|log(?:ger)?|info|warn(?:ing)?|debug|error|exception|critical|trace|console\.\w{1,10}|echo|puts|write(?:ln|line)?|eprintln!?|panic!?|fatal(?:f|ln)?|printf|fprintf|die|Write-(?:Host|Output|Verbose|Error)|raise|describe|it|test|suite|context|step|\$?tc?|i18n|gettext|_|__|Error|(?!(?:handle|on|map|parse|classify|translate|is)[A-Z_])\w{1,40}(?:Error|Exception)|message|notify|toast(?:\.\w{1,10})?)$/;

export function isComparing(callee: string): boolean {
  return COMPARING.test(callee);
}

export function isExpecting(callee: string): boolean {
  return EXPECTING.test(callee);
}

export function isReadingEnvironment(callee: string): boolean {
  return READS_ENVIRONMENT.test(callee);
}

/** What is printed, logged or thrown is text, whatever it looks like. */
export function isPrinting(callee: string): boolean {
  return PRINTS.test(callee);
}

/** They look for an element of a page, which has a name of its own. */
export function isLookingUp(callee: string): boolean {
  return /(?:^|[.:>])(?:getElements?By\w{2,20}|querySelector(?:All)?|closest|(?:get|has|remove)Attribute|classList\??\.(?:add|remove|toggle|contains)|(?:get|find|query)(?:All)?ByTestId)$/.test(
    callee,
  );
}

/** Prisma's attributes that say what a column or a table is called in the database. */
export function isNamingColumn(callee: string): boolean {
  return /^@{1,2}(?:map|relation|id|unique|index)$/.test(callee);
}

/** Arguments that are used where nothing else is given. */
export function isDefaultName(name: string): boolean {
  return /^(?:default|default_?value(?:_t)?|default_?factory|unset|env_?default|fallback|or_?else)$/i.test(name);
}

/** What is used where a value is missing: `unwrap_or("...")`. */
export function isFallingBack(callee: string): boolean {
  return /(?:^|[.:>@])(?:unwrap_or(?:_else)?|or_?else(?:_?get)?|get_?or_?(?:else|default)|with_?default|if_?(?:null|empty|blank)|coalesce|default_?to|default|cmp\.Or|\|\|)$/i.test(
    callee,
  );
}

/** They hold several values; each is an entry. */
export function isCollection(callee: string): boolean {
  return /^(?:new )?(?:\w*(?:List|Set|Array)(?:\.of)?|list|tuple|set|frozenset|[ls]istOf|setOf|arrayOf|Arrays\.asList|mutable\w{1,12}Of|VALUES|c|vec!?)$/i.test(
    callee,
  );
}

/** Containers and declarations: what they hold belongs to the name that they are assigned to. */
export function isTransparent(callee: string): boolean {
  return /^(?:new )?(?:Field|Set|set|list|tuple|dict|frozenset|Array|Object|Map|Optional|Some|Ok|Just|String|str|Path|URI|URL|Url|SecretStr|Secret|ref|computed|useState|useRef|Object\.freeze|freeze|as_?const|(?:Immutable|Hash|Array|Linked|Tree|Mutable)?(?:Map|Set|List)(?:\.of)?|[ls]istOf|setOf|arrayOf|mapOf|mutable\w{1,12}Of|asList|Arrays\.asList|Array\.of|Set\.of|List\.of|vec!?|Vec::from|mapped_column|Column|models\.\w{1,20}|z\.\w{1,20}|\w{1,20}Field|Annotated|strings\.TrimSpace|to_string|str\.lower|HttpUrl|JSON\.stringify|json\.dumps|Env(?:ironment)?|c|cast|VALUES|values)$/.test(
    callee,
  );
}

/** They run a command that is given as words or as a line. */
export function isRunning(callee: string): boolean {
  return /(?:^|[.:>])(?:run|Popen|call|check_(?:call|output)|system|popen|exec(?:Sync|File|FileSync|a)?|spawn(?:Sync)?|execute(?:Async)?|Command|ProcessBuilder|shell(?:_exec)?|sh|zx|\$|check_output|create_subprocess_(?:exec|shell)|getoutput|CommandContext|Start|withCommand|execInContainer|command|cmd|System\.cmd|passthru|proc_open|os\.execute|io\.popen)$/.test(
    callee,
  );
}

/** They define a part of the program or of what runs it, and are given its name first. */
export function isDefining(callee: string): boolean {
  return /(?:^|[.:])(?:new )?(?:define\w{1,40}|create(?:Route|Store|Slice|Context|Queue|Table|Plugin)|\w{0,40}(?:Function|Stack|Bucket|Service|Queue|Table|Topic|Role|Route|Router|Workflow|Job|Task|Worker|Plugin|Component|Blueprint|Command|Tool|Container|Cluster|Rule|Alarm|Secret|Repository))$|^(?:executable|library|product|macro|target|(?:executable|test|binary)Target)$/.test(
    callee,
  );
}

/** They tell a framework by which name a part of the program is found: its settings, views, limits, middleware, pages, scripts. */
export function isRegistering(callee: string): boolean {
  return REGISTERS.test(callee) || REGISTERS_PAGES.test(callee);
}

const REGISTERS =
  /(?:^|[.:>])(?:publishes(?:Migrations)?|mergeConfigFrom|load(?:Views|Translations|ViewComponents)(?:As|From)|middleware|bind(?:If)?|singleton(?:If)?|scoped(?:If)?|RateLimiter::for)$/;
/** WordPress: pages and fields of settings, scripts and styles, hooks, short codes, types of posts, domains of translations. */
const REGISTERS_PAGES =
  /(?:^|[.:>\s])(?:add_(?:settings_(?:field|section|error)|(?:sub)?menu_page|\w{3,20}_page|meta_box|shortcode|action|filter)|do_(?:settings_(?:sections|fields)|action)|settings_(?:fields|errors)|(?:un)?register_(?:setting|post_type|taxonomy|block_type|nav_menus?|widget|sidebar)|wp_(?:enqueue|register|dequeue|deregister|localize|add_inline)_(?:script|style)|wp_(?:create|verify)_nonce|wp_nonce_field|check_(?:admin|ajax)_referer|menu_page_url|load_plugin_textdomain|register_rest_route|esc_(?:html|attr)_(?:_|e|x)|wp_(?:next_scheduled|schedule_event|clear_scheduled_hook))$/;

/** What a page shows or links to, and what finds a text: parts of the markup, labels, patterns. */
const SHOWN =
  /^(?:class|className|href|src|icon|logo|img|image|color|colour|style|label|title|description|desc|alt|aria-?\w{0,20}|tooltip|placeholder|help|docs?|data-\w{1,20}|display_?name|author|email|regex|pattern|summary)$/i;
const OTHER =
  /^(?:text|msg|message|prompt|query|question|content|role|path|file(?:name|path)?|dir(?:ectory)?|test_?id|locale|lang(?:uage)?|user(?:name)?|commit|sha|hash|checksum|digest|(?:--)?tags?|category|keywords?|page|tab|screen|action|nonce|(?:menu|page)_?slug|text_?domain|(?:command|prog(?:ram)?|app(?:lication)?|package|bundle|product|project)_?(?:name|id(?:entifier)?))$/i;

/** Not a name for a server that is asked: an address beside it is for readers. */
export function isShownName(name: string): boolean {
  return SHOWN.test(name);
}

/** Not a name for a model, whatever it touches: parts of a path, colours, keys of a translation, test names. */
export function isOtherName(name: string): boolean {
  return SHOWN.test(name) || OTHER.test(name);
}
