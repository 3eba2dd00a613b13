"""What Python itself reads in a file. Takes paths on standard input, one a line, and prints a line of JSON for each.

Strings come from `tokenize`, so that those which stand side by side stay apart; the calls around them from `ast`.
Offsets are UTF-16, as in JavaScript; the columns of `ast` are UTF-8 bytes, those of `tokenize` are characters.
"""

import ast
import io
import json
import re
import sys
import tokenize
import warnings

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Lines:
    def __init__(self, text, base):
        self.lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        self.starts = [base]
        for line in self.lines:
            self.starts.append(self.starts[-1] + utf16(line))

    def at_char(self, row, column):
        if row > len(self.lines):
            return self.starts[-1]
        return self.starts[row - 1] + utf16(self.lines[row - 1][:column])

    def at_byte(self, row, column):
        return self.starts[row - 1] + utf16(self.lines[row - 1].encode()[:column].decode())


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else node.attr
    if isinstance(node, ast.Subscript):
        return dotted(node.value)
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return ""


def meant(node):
    """The value of a literal with `*` for what is computed."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
        return node.value.decode("latin-1")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def surroundings(tree, lines):
    """By where a literal starts and ends: the call around it and the keyword that leads to it."""
    found = []
    todo = [(tree, None, None)]
    while todo:
        node, call, keyword = todo.pop()
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))):
            start = lines.at_byte(node.lineno, node.col_offset)
            found.append((start, lines.at_byte(node.end_lineno, node.end_col_offset), call, keyword))
            continue
        if isinstance(node, ast.Call):
            here = {"name": dotted(node.func), "end": lines.at_byte(node.end_lineno, node.end_col_offset)}
            todo.append((node.func, call, keyword))
            todo.extend((each, here, None) for each in node.args)
            todo.extend((each.value, here, each.arg) for each in node.keywords)
        elif isinstance(node, SCOPES):
            outer = getattr(node, "bases", [])
            todo.extend((each, {"name": node.name, "end": None}, None) for each in outer)
            todo.extend((each, None, None) for each in ast.iter_child_nodes(node) if each not in outer)
        else:
            todo.extend((each, call, keyword) for each in ast.iter_child_nodes(node))
    return sorted(found, key=lambda each: each[0])


def literals(text, base):
    lines = Lines(text, base)
    spans = surroundings(ast.parse(text), lines)
    at = 0
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type != tokenize.STRING:
            continue
        start, end = lines.at_char(*token.start), lines.at_char(*token.end)
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or spans[at][0] > start:
            continue
        call, keyword = spans[at][2:]
        if call and call["end"] is None:
            continue
        value = meant(ast.parse(token.string.strip(), mode="eval").body)
        yield {"start": start, "end": end, "value": value, "call": call, "key": keyword}


def read(path):
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        base = 1 if text.startswith("\ufeff") else 0
        if re.search(r"\r(?!\n)|\f", text):
            return {"path": path, "error": "line ends"}
        return {"path": path, "literals": list(literals(text[base:], base))}
    except (SyntaxError, ValueError, RecursionError, tokenize.TokenError) as error:
        return {"path": path, "error": type(error).__name__}


warnings.simplefilter("ignore")
for each in sys.stdin:
    print(json.dumps(read(each.rstrip("\n"))), flush=True)
