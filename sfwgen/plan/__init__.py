"""Who is published where, and what each template will see."""
