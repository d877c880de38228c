"""What other programs make of an exported PDF: signs it, notes something in it, saves it anew, changes it.

python readback.py ORIGINAL.pdf FOLDER KEYS  writes FOLDER/<expected>-<what>.pdf and prints the names; <expected> is what must be said of the file:
`appended`, `changed` or the code of a refusal. KEYS is a folder for a self-signed key, made at the first call.
"""

import datetime
import pathlib
import subprocess
import sys

import pikepdf
import pymupdf
import pypdf
import pypdf.annotations
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

NAME = generic.NameObject
ORIGINAL, FOLDER, KEYS = map(pathlib.Path, sys.argv[1:4])
FOLDER.mkdir(parents=True, exist_ok=True)
KEYS.mkdir(parents=True, exist_ok=True)


def to(name):
    print(name)
    return str(FOLDER / f"{name}.pdf")


# --- signatures -----------------------------------------------------------

def signer():
    key_file, cert_file = KEYS / "key.pem", KEYS / "cert.pem"
    if not cert_file.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nguyễn Văn Thử (khóa thử nghiệm)")])
        now = datetime.datetime.now(datetime.timezone.utc)
        cert = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=30))
            .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
            .sign(key, hashes.SHA256())
        )
        key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        cert_file.write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    return signers.SimpleSigner.load(str(key_file), str(cert_file))


def sign(source, target, field, box=None, **more):
    with open(source, "rb") as file, open(target, "wb") as out:
        writer = IncrementalPdfFileWriter(file)
        if box:
            fields.append_signature_field(writer, fields.SigFieldSpec(field, on_page=0, box=box))
        meta = signers.PdfSignatureMetadata(field_name=field, reason="Ký thử", **more)
        signers.PdfSigner(meta, signer=signer()).sign_pdf(writer, output=out)


once = to("appended-signed")
sign(ORIGINAL, once, "KySo1")
sign(once, to("appended-signed-twice"), "KySo2")
boxed = to("appended-signed-in-a-box")
sign(ORIGINAL, boxed, "KySo1", (330, 60, 540, 130))
sign(boxed, to("appended-signed-in-two-boxes"), "KySo2", (90, 60, 300, 130))
sign(ORIGINAL, to("appended-certified"), "KySo1", certify=True, docmdp_permissions=fields.MDPPerm.FILL_FORMS)
sign(ORIGINAL, to("changed-signed-over-the-page"), "KySo1", (0, 0, 595, 842))


# --- notes and changes that are appended -----------------------------------

def appended(name, change):
    with open(ORIGINAL, "rb") as file, open(to(name), "wb") as out:
        writer = IncrementalPdfFileWriter(file)
        change(writer)
        writer.write(out)


def page_of(writer, index=0):
    return writer.find_page_for_modification(index)[0]


def empty_field(writer):
    fields.append_signature_field(writer, fields.SigFieldSpec("KySo1", on_page=0, box=(330, 60, 540, 130)))


def piece_info(writer):
    private = generic.DictionaryObject({NAME("/LastModified"): generic.TextStringObject("D:20260602080000Z"), NAME("/Private"): generic.TextStringObject("in lần 1")})
    writer.root[NAME("/PieceInfo")] = generic.DictionaryObject({NAME("/MayIn"): private})
    writer.update_root()


def content(writer):
    page = page_of(writer).get_object()
    stream = generic.StreamObject(stream_data=swapped(page["/Contents"].data))
    page[NAME("/Contents")] = writer.add_object(stream)
    writer.update_container(page)


def content_in_place(writer):
    stream = page_of(writer).get_object()["/Contents"]
    stream._data = swapped(stream.data)
    stream._encoded_data = None
    writer.update_container(stream)


def rotated(writer):
    page = page_of(writer).get_object()
    page[NAME("/Rotate")] = generic.NumberObject(180)
    writer.update_container(page)


def cropped(writer):
    page = page_of(writer).get_object()
    page[NAME("/CropBox")] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 400, 595, 842)])
    writer.update_container(page)


def annotation(writer, **members):
    page = page_of(writer).get_object()
    note = generic.DictionaryObject({NAME("/Type"): NAME("/Annot"), NAME("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (100, 500, 300, 560)])})
    note.update({NAME(f"/{key}"): value for key, value in members.items()})
    page[NAME("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def free_text(writer):
    annotation(writer, Subtype=NAME("/FreeText"), Contents=generic.TextStringObject("Đã sửa"), DA=generic.TextStringObject("/Helv 12 Tf"))


def text_field(writer):
    annotation(writer, Subtype=NAME("/Widget"), FT=NAME("/Tx"), T=generic.TextStringObject("o"), V=generic.TextStringObject("Đã sửa"))


def pictured_but_unsigned(writer):
    picture = generic.StreamObject(stream_data=b"1 g 0 0 200 60 re f")
    picture[NAME("/Type")], picture[NAME("/Subtype")] = NAME("/XObject"), NAME("/Form")
    picture[NAME("/BBox")] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 200, 60)])
    appearance = generic.DictionaryObject({NAME("/N"): writer.add_object(picture)})
    annotation(writer, Subtype=NAME("/Widget"), FT=NAME("/Sig"), T=generic.TextStringObject("KySo"), AP=appearance)


def opens_with_a_script(writer):
    writer.root[NAME("/OpenAction")] = generic.DictionaryObject({NAME("/S"): NAME("/JavaScript"), NAME("/JS"): generic.TextStringObject("app.alert(1)")})
    writer.update_root()


def form_of_text(writer):
    field = generic.DictionaryObject({NAME("/FT"): NAME("/Tx"), NAME("/T"): generic.TextStringObject("o")})
    writer.root[NAME("/AcroForm")] = generic.DictionaryObject({NAME("/Fields"): generic.ArrayObject([writer.add_object(field)])})
    writer.update_root()


def file_specification(writer):
    return writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]


def attachment_in_place(writer):
    stream = file_specification(writer)["/EF"]["/F"]
    stream._data = other_record(stream.data)
    stream._encoded_data = None
    writer.update_container(stream)


def attachment_by_reference(writer):
    specification = file_specification(writer)
    stream = generic.StreamObject(stream_data=other_record(specification["/EF"]["/F"].data))
    reference = writer.add_object(stream)
    for key in ("/F", "/UF"):
        specification["/EF"][NAME(key)] = reference
    writer.update_container(specification["/EF"])


def pages_without_the_last(writer):
    pages = writer.root["/Pages"]
    pages["/Kids"].pop()
    pages[NAME("/Count")] = generic.NumberObject(len(pages["/Kids"]))
    writer.update_container(pages["/Kids"])
    writer.update_container(pages)


def read_out_otherwise(writer):
    element = writer.root["/StructTreeRoot"]["/K"]
    element = element[0] if isinstance(element, generic.ArrayObject) else element
    element[NAME("/ActualText")] = generic.TextStringObject("nội dung khác")
    writer.update_container(element)


def swapped(data):
    """The content of a page with two runs of glyphs exchanged."""
    runs = data.split(b"BT")
    assert len(runs) > 6, "the page has text"
    runs[3], runs[5] = runs[5], runs[3]
    return b"BT".join(runs)


def other_record(data):
    return data.replace(b'"name":"', '"name":"Khác: '.encode(), 1)


def ended_by_junk():
    pathlib.Path(to("changed-ended-by-junk")).write_bytes(ORIGINAL.read_bytes() + b"\n<!-- scanned by a mail filter -->")


appended("appended-empty-field", empty_field)
appended("appended-piece-info", piece_info)
appended("changed-content", content)
appended("changed-content-in-place", content_in_place)
appended("changed-rotated", rotated)
appended("changed-cropped", cropped)
appended("changed-free-text", free_text)
appended("changed-text-field", text_field)
appended("changed-form-of-text", form_of_text)
appended("changed-pictured-but-unsigned", pictured_but_unsigned)
appended("changed-script", opens_with_a_script)
appended("changed-attachment-in-place", attachment_in_place)
appended("changed-attachment-by-reference", attachment_by_reference)
appended("changed-last-page-gone", pages_without_the_last)
appended("changed-read-out-otherwise", read_out_otherwise)
ended_by_junk()


# pypdf, as a print server notes that it printed.
def by_pypdf(name, change):
    writer = pypdf.PdfWriter(str(ORIGINAL), incremental=True)
    change(writer)
    writer.write(to(name))


by_pypdf("appended-noted-by-pypdf", lambda writer: writer.add_metadata({"/Printed": "D:20260602080000+07'00'"}))
by_pypdf("changed-added-by-pypdf", lambda writer: writer.add_attachment("registration.json", b"{}"))
by_pypdf("changed-noted-on-the-page-by-pypdf", lambda writer: writer.add_annotation(0, pypdf.annotations.FreeText(text="khác", rect=(100, 500, 300, 560))))


# --- files that are written anew -------------------------------------------

def by_pikepdf(name, change=lambda pdf: None, **options):
    with pikepdf.open(ORIGINAL) as pdf:
        change(pdf)
        pdf.save(to(name), **options)


def text_changed(pdf):
    instructions = pikepdf.parse_content_stream(pdf.pages[0])
    shown = [i for i, one in enumerate(instructions) if str(one.operator) in ("Tj", "TJ")]
    first, second = shown[3], shown[5]
    instructions[first], instructions[second] = instructions[second], instructions[first]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def attachment_changed(pdf):
    data = other_record(pdf.attachments["registration.json"].get_file().read_bytes())
    pdf.attachments["registration.json"] = pikepdf.AttachedFileSpec(pdf, data, filename="registration.json", mime_type="application/json")


by_pikepdf("changed-saved-by-pikepdf")
by_pikepdf("changed-packed-by-pikepdf", object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
by_pikepdf("changed-unpacked-by-pikepdf", stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
by_pikepdf("changed-text-by-pikepdf", text_changed)
by_pikepdf("changed-attachment-by-pikepdf", attachment_changed)
by_pikepdf("pdf-encrypted-by-pikepdf", encryption=pikepdf.Encryption(owner="chu", user="", R=6))
by_pikepdf("pdf-encrypted-with-a-password", encryption=pikepdf.Encryption(owner="chu", user="mo", R=4))


def without_attachments(pdf):
    del pdf.Root.Names.EmbeddedFiles
    del pdf.Root.AF


by_pikepdf("pdf-foreign-without-attachments", without_attachments)

for name, options in {"linear": ["--linearize"], "packed": ["--object-streams=generate"], "qdf": ["--qdf"]}.items():
    subprocess.run(["qpdf", "--warning-exit-0", *options, str(ORIGINAL), to(f"changed-{name}-by-qpdf")], check=True)

with pymupdf.open(ORIGINAL) as pdf:
    pdf.save(to("changed-cleaned-by-mupdf"), garbage=4, clean=True, deflate=True)
with pymupdf.open(ORIGINAL) as pdf:
    pdf.save(to("changed-packed-by-mupdf"), garbage=3, use_objstms=1)
