"""Organizations: what opens a body's name, where it ends, and which bodies are one."""
