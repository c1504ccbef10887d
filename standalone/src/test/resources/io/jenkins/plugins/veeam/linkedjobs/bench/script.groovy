// What pipelines do today: log in, one request after the other, each response parsed by XmlSlurper, log out.
// It is better than most: it knows the copy job's ID, queries only the newest session, keeps its connection and logs out.
import groovy.xml.XmlSlurper

def send = { String method, String path, Map headers ->
    def connection = new URL("$url/api$path").openConnection()
    connection.SSLSocketFactory = socketFactory
    connection.requestMethod = method
    headers.each { name, value -> connection.setRequestProperty(name, value) }
    connection
}
def parse = { connection -> connection.inputStream.withStream { new XmlSlurper().parse(it) } }

def login = send('POST', '/sessionMngr/?v=latest', [
    Authorization: 'Basic ' + "$user:$password".bytes.encodeBase64(), 'Content-Type': 'application/xml'])
login.doOutput = true
login.outputStream.close()
def session = parse(login)
def token = ['X-RestSvcSessionId': login.getHeaderField('X-RestSvcSessionId'), Accept: 'application/xml']
def get = { String path -> parse(send('GET', path, token)) }

def results = get("/jobs/$copyJobId/linkedJobs").children().collect { link ->
    def uid = link.LinkedJobUid.text()
    def job = get("/jobs/${uid.tokenize(':').last()}?format=Entity")
    def filter = URLEncoder.encode("JobUid==\"$uid\"", 'UTF-8')
    def query = get("/query?type=BackupJobSession&format=Entities&filter=$filter&sortDesc=CreationTime&pageSize=1")
    "${job.@Name}: ${query.'**'.find { it.name() == 'Result' }}".toString()
}
send('DELETE', "/logonSessions/${session.SessionId}", token).responseCode
results
