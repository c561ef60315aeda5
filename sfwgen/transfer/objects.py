"""A target in object storage that speaks S3: a bucket, and a prefix in it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sfwgen.transfer.stores import StoreError

_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "application/atom+xml")
_FOREVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"
_MISSING = {"NoSuchKey", "404", "NotFound"}

Client = Any
"""boto3's client, which states no types."""


class ObjectStore:
    """Objects below a prefix. Whoever may write there, and where it is, stands in the usual AWS settings."""

    def __init__(self, client: Client, bucket: str, prefix: str) -> None:
        self.client = client
        self.bucket = bucket
        self.prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""

    def read(self, path: str) -> bytes | None:
        """Returns the bytes of a file, or None if there is none."""
        from botocore.exceptions import ClientError

        with _refusals():
            try:
                found = self.client.get_object(Bucket=self.bucket, Key=self.prefix + path)
            except ClientError as error:
                if error.response.get("Error", {}).get("Code") in _MISSING:
                    return None
                raise
            return bytes(found["Body"].read())

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place as a whole, over one that is there."""
        with _refusals():
            self.client.put_object(
                Bucket=self.bucket,
                Key=self.prefix + path,
                Body=data,
                ContentType=content_type(path),
                CacheControl=cache_control(path),
            )

    def remove(self, path: str) -> None:
        """Removes a file; one that is not there is no fault."""
        with _refusals():
            self.client.delete_object(Bucket=self.bucket, Key=self.prefix + path)

    def is_empty(self) -> bool:
        """Returns whether nothing at all is there."""
        with _refusals():
            found = self.client.list_objects_v2(Bucket=self.bucket, Prefix=self.prefix, MaxKeys=1)
            return not found.get("KeyCount")

    def close(self) -> None:
        """Ends the connection."""
        self.client.close()


def connect(bucket: str, prefix: str) -> ObjectStore:
    """Returns a bucket as the settings of the environment and of ~/.aws give it."""
    import boto3

    with _refusals():
        return ObjectStore(boto3.client("s3"), bucket, prefix)


def content_type(path: str) -> str:
    """Returns the media type of a file, texts with their encoding."""
    if path.endswith(".xml") and path.rpartition("/")[2] != "sitemap.xml":
        return "application/atom+xml; charset=utf-8"
    found = mimetypes.MimeTypes().guess_type(path)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXT) else found


def cache_control(path: str) -> str:
    """Returns how long a file may be kept: what has its digest in its name for ever, all else not unasked."""
    return _FOREVER if path.startswith("static/") else _ASK_FIRST


@contextmanager
def _refusals() -> Iterator[None]:
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError, OSError) as error:
        raise StoreError(str(error)) from error
