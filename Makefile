# 只需 Python 3.11+、git 和 make。 Needs only Python 3.11+, git and make.
# 用 make help 列出全部目标。 `make help` lists all targets.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# 编译结果要留下来，否则每次启动都要重新编译 / what Python compiles is kept: else it is compiled anew at each start
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
INPUTS := pyproject.toml locked/site.txt locked/dev.txt
WORKERS := 2
# 分支覆盖率下限 / the least branch coverage, in per cent
COVERAGE_FLOOR := 85

$(VENV)/.site-stamp: $(INPUTS)
	@scripts/setup-venv
	@touch $@

$(VENV)/.dev-stamp: $(INPUTS)
	@scripts/setup-venv dev
	@touch $(VENV)/.site-stamp $@

.PHONY: help setup setup-system site serve forms test check lint types layers dependencies pytest format docs docs-site constraints \
	figures-score soak reproduce bench audit wheel release clean

help: ## 列出全部目标 | list all targets
	@awk -F ':.*## | \\| ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n                       %s\n", $$1, $$2, $$3}' $(MAKEFILE_LIST)

setup: $(VENV)/.site-stamp ## 准备生成网站所需的环境 | set up what a build needs

setup-system: ## 安装测试所需的系统程序（浏览器、字体、Java 等） | install the programs that tests need
	@scripts/setup-system

site: setup ## 生成网站到 site/ | build the site into site/
	@$(PY) -m sfwgen build
	@printf '\n网站已生成：site/。用浏览器打开 site/index.html，或运行 make serve 预览。\n'
	@printf 'The site is in site/. Open site/index.html in a browser, or run make serve for a preview.\n'

forms: setup ## 安装预览里的表单（/admin/） | install the forms of the preview (/admin/)
	@$(PY) -m sfwgen forms

serve: setup ## 本机预览，保存即刷新 | preview on this machine, reloading on each save
	@$(PY) -m sfwgen serve

test: setup-system $(VENV)/.dev-stamp check pytest ## 全部检查和测试 | every check and every test

check: lint types layers dependencies ## 只做静态检查 | static checks only

lint: $(VENV)/.dev-stamp
	@$(PY) -m ruff format --check
	@$(PY) -m ruff check

types: $(VENV)/.dev-stamp
	@$(PY) -m mypy --strict -n $(WORKERS) sfwgen tests scripts benchmarks

layers: $(VENV)/.dev-stamp
	@$(VENV)/bin/lint-imports

dependencies: $(VENV)/.dev-stamp
	@$(VENV)/bin/deptry .

# The forms of the preview, for the tests: fetched once for each version.
tests/npm/.sfwgen/forms/versions.txt: sfwgen/forms/packages.py | $(VENV)/.dev-stamp
	@$(PY) -m sfwgen forms --project tests/npm

pytest: $(VENV)/.dev-stamp tests/npm/.sfwgen/forms/versions.txt
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term --cov-fail-under=$(COVERAGE_FLOOR)

format: $(VENV)/.dev-stamp ## 整理代码格式 | format the code
	@$(PY) -m ruff format
	@$(PY) -m ruff check --fix

docs: $(VENV)/.dev-stamp ## 更新文档中由程序生成的部分 | renew what is generated in the documents
	@$(PY) -m scripts.reference

docs-site: $(VENV)/.dev-stamp ## 把文档做成网站，放在 .docs-site/ | make a site of the documents in .docs-site/
	@$(PY) -m scripts.docs_site

figures-score: $(VENV)/.dev-stamp ## 数字识别的得分 | score the reading of figures
	@$(PY) -m tests.figures.score
	@$(PY) -m tests.comparing.score

soak: setup-system $(VENV)/.dev-stamp ## 长时间的测试：断电、断盘、随机改动（两小时以内） | the long tests: kills, failing disks, edits by the ten thousand (within two hours)
	@$(PY) -m scripts.soak --workers $(WORKERS)

reproduce: setup-system $(VENV)/.dev-stamp ## 换机器、换历史，网站逐字节不变 | the same bytes on forty machines and after any history
	@$(PY) -m scripts.reproduce machines
	@$(PY) -m scripts.reproduce histories

bench: $(VENV)/.dev-stamp ## 与 Hugo、Pelican 轮流测量（BENCH="--stories 1000 10000"） | sfwgen, Hugo and Pelican in turn
	@$(PY) -m benchmarks.peers $(BENCH)

audit: setup-system $(VENV)/.dev-stamp ## Lighthouse 手机模式，五次取中位数（报告在 audit/，不入库） | Lighthouse in mobile mode, medians of five runs
	@$(PY) -m scripts.audit

constraints: $(VENV)/.dev-stamp ## 更新 constraints.txt 和 locked/ | renew constraints.txt and locked/
	@$(PY) scripts/constraints.py

wheel: $(VENV)/.dev-stamp ## 打包到 dist/ | build the package into dist/
	@$(PY) -m build --no-isolation

release: setup-system $(VENV)/.dev-stamp ## 在干净的环境里试过，再发行到 dist/（docs/release.zh.md） | a release in dist/, tried in clean environments (docs/release.md)
	@$(PY) -m scripts.release $(RELEASE)

clean: ## 删除一切生成物（含 .venv） | remove all that was made, .venv included
	@rm -rf site site.next site.prev .sfwgen dist build $(VENV) $(VENV)-peers htmlcov .coverage .coverage.* \
		audit scripts/audit/node_modules tests/npm/node_modules tests/npm/.sfwgen \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
