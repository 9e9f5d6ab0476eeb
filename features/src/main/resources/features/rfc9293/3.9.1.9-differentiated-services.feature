Feature: RFC 9293 section 3.9.1.9: what an application says to IP
  A router may prefer some packets, by six bits of their header, and lets each live for so many routers. Which bits, and how many
  routers, the application may say for its connection.

  Rule: The Diffserv field is the application's to choose
    @RFC9293/MUST-48
    Scenario Outline: Data has the Diffserv codepoint that the application has asked for, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for any other Diffserv codepoint
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that Diffserv codepoint since then

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/SHLD-21
    Scenario: It may ask for another one while data is under way
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for any other Diffserv codepoint
      And the endpoint's application sends any data, and nobody answers
      And the endpoint sends the data again
      When the endpoint's application asks for any other Diffserv codepoint
      Then once the peer answers again, the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that Diffserv codepoint since then

    @RFC9293/SHLD-22
    Scenario: Acknowledgments have it as well
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for any other Diffserv codepoint
      When the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      And every segment of the endpoint has had that Diffserv codepoint since then

  Rule: The Time to Live can be set (section 3.9.2)
    @RFC9293/MUST-49
    Scenario Outline: Data has the Time to Live that the application has asked for, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for any other Time to Live
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that Time to Live since then

      Examples:
        | opener   |
        | endpoint |
        | peer     |
