"""A finished site taken elsewhere: into a folder, over SFTP, to object storage."""
