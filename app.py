"""Start the page: `python app.py`."""

import argparse
import os
import sys
import webbrowser
from pathlib import Path
from threading import Timer


def main(arguments: list[str] | None = None) -> int:
    """Serve the page; 0 stopped, 1 it could not be started, 2 wrong usage."""
    parser = argparse.ArgumentParser(description="Open de Assistent Regiovisie Jeugd in uw browser.")
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard alleen deze computer)")
    parser.add_argument("--port", type=int, default=7860, help="poort (standaard 7860)")
    parser.add_argument("--model", help="naam of map van een sentence-transformersmodel")
    parser.add_argument("--browser", action="store_true", help="open de pagina meteen in de browser")
    options = parser.parse_args(arguments)

    from assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant  # noqa: PLC0415  so that --help is quick
    from corpus import ContentError, InputError  # noqa: PLC0415

    try:
        assistant = Assistant.open(Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE), options.model)
        from assistant.page import serve  # noqa: PLC0415  gradio takes seconds; errors come first

        if options.browser:
            Timer(1.0, webbrowser.open, [f"http://{options.host}:{options.port}"]).start()
        serve(assistant, options.host, options.port)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
