"""The application for any WSGI server, and for `flask --app wsgi`."""

from participation import cli, create_app

app = create_app()
cli.offer(app)
