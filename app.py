"""Start the page: `python app.py`."""

import argparse
import os
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Serve the page; 0 stopped, 1 it could not be started, 2 wrong usage."""
    options = _parser().parse_args(arguments)

    from assistant import DEFAULT_STORE, STORE_VARIABLE, Accounts, Assistant, asked_account  # noqa: PLC0415  so that --help is quick
    from corpus import ContentError, InputError  # noqa: PLC0415

    try:
        if options.maak_inlog:
            print(asked_account(options.maak_inlog))
            return 0
        accounts = Accounts.from_file(options.inlog) if options.inlog else None
        assistant = Assistant.open(Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE), options.model)
        from assistant.page import Setup, serve  # noqa: PLC0415  gradio takes seconds; errors come first

        setup = Setup(options.root_path, accounts, options.mcp)
        serve(assistant, options.host, options.port, setup, browser=options.browser)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Open de Assistent Regiovisie Jeugd in uw browser.")
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard alleen deze computer)")
    parser.add_argument("--port", type=int, default=7860, help="poort (standaard 7860; 0 kiest een vrije poort)")
    parser.add_argument("--model", help="naam of map van een sentence-transformersmodel")
    parser.add_argument("--browser", action="store_true", help="open de pagina meteen in de browser")
    parser.add_argument("--mcp", action="store_true", help="bied de assistent ook aan als MCP-server, op /mcp")
    parser.add_argument("--inlog", type=Path, metavar="BESTAND", help="wie mag inloggen; zonder dit mag iedereen erin")
    parser.add_argument("--maak-inlog", metavar="NAAM", help="vraag een wachtwoord en geef de regel voor het bestand")
    parser.add_argument("--root-path", default="", metavar="PAD", help="pad achter een proxy, bijvoorbeeld /regiovisie")
    return parser


if __name__ == "__main__":
    sys.exit(main())
